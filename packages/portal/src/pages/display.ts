import { html, trusted, type Html } from '../html.ts';
import { bureauPage, homeCrumb } from '../layout.ts';
import { hrefOf, type Site } from '../site.ts';

/** 大字版与深色版: a plain form; the choice is kept in a cookie of this browser. */
export function displayPage(site: Site): string {
  const { large, theme } = site.display;
  return bureauPage(
    site,
    { title: '大字版与深色版', crumbs: [homeCrumb(site)], here: '大字版与深色版' },
    html`<div class="w"><h1>大字版与深色版</h1><p class="lead">只记在您这台设备的浏览器里。</p><form class="choices" action="${hrefOf(site, 'display')}"><fieldset><legend>字号</legend>${radio('size', 'normal', '标准', !large)}${radio('size', 'large', '大字', large)}</fieldset><fieldset><legend>背景</legend>${radio('theme', 'system', '跟随系统', theme === null)}${radio('theme', 'light', '浅色', theme === 'light')}${radio('theme', 'dark', '深色', theme === 'dark')}</fieldset><button class="btn" type="submit">使用这样的显示</button></form></div>`,
  );
}

function radio(name: string, value: string, word: string, chosen: boolean): Html {
  return html`<label><input type="radio" name="${name}" value="${value}"${chosen ? trusted(' checked') : null}> ${word}</label>`;
}
