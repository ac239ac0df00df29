import { type ThemeConfig, theme } from 'antd';
import { readTokens } from './token-table.ts';
import tokensCss from '@mingchou/contract/tokens.css?raw';

/** antd's theme, every token from tokens.css; `scale` is 1.25 in 大字. */
export function antdTheme(ground: 'light' | 'dark', scale: number): ThemeConfig {
  const tokens = readTokens(tokensCss, ground);
  const colour = (name: string) => {
    const value = tokens[name];
    if (value === undefined) throw new Error(`tokens.css has no --${name}`);
    return value;
  };
  return {
    algorithm: ground === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: colour('dye'),
      colorInfo: colour('dye'),
      colorLink: colour('dye'),
      colorPrimaryHover: colour('dye-hover'),
      colorPrimaryActive: colour('dye-hover'),
      colorLinkHover: colour('dye-hover'),
      colorLinkActive: colour('dye-hover'),
      colorPrimaryBg: colour('dye-tint'),
      colorPrimaryBgHover: colour('dye-tint'),
      colorInfoBg: colour('dye-tint'),
      colorSuccess: colour('done'),
      colorSuccessBg: colour('done-tint'),
      colorWarning: colour('soon'),
      colorWarningBg: colour('soon-tint'),
      colorError: colour('late'),
      colorErrorBg: colour('late-tint'),
      colorText: colour('ink'),
      colorTextHeading: colour('ink'),
      colorTextSecondary: colour('ink-2'),
      colorTextDescription: colour('ink-2'),
      colorTextTertiary: colour('ink-3'),
      colorTextQuaternary: colour('ink-3'),
      colorTextPlaceholder: colour('ink-3'),
      colorTextDisabled: colour('ink-3'),
      colorTextLightSolid: colour('on-dye'),
      colorIcon: colour('ink-2'),
      colorIconHover: colour('ink'),
      colorBorder: colour('edge'),
      colorBorderSecondary: colour('line'),
      colorSplit: colour('line'),
      colorBgLayout: colour('page'),
      colorBgContainer: colour('surface'),
      colorBgElevated: colour('surface'),
      colorBgContainerDisabled: colour('sunken'),
      colorFillAlter: colour('sunken'),
      colorFillContent: colour('sunken'),
      colorFillSecondary: colour('sunken'),
      controlItemBgActive: colour('dye-tint'),
      controlItemBgActiveHover: colour('dye-tint'),
      controlItemBgHover: colour('sunken'),
      borderRadius: 4,
      borderRadiusSM: 3,
      borderRadiusLG: 6,
      fontFamily: 'var(--hei)',
      fontFamilyCode: 'var(--mono)',
      fontSize: 14 * scale,
      lineHeight: 22 / 14,
      controlHeight: 32 * scale,
      boxShadow: 'none',
      boxShadowSecondary: 'var(--float)',
      motionDurationFast: '.12s',
      motionDurationMid: '.12s',
      motionDurationSlow: '.12s',
      wireframe: false,
    },
    components: {
      Modal: { titleFontSize: 15 * scale, titleLineHeight: 22 / 15 },
      Popover: { titleMinWidth: 0 },
    },
  };
}
