/** The value of every colour token of `tokens.css` in one of the two grounds. */
export type TokenTable = Readonly<Record<string, string>>;

const opening = {
  light: /^:root \{$/m,
  dark: /^:root\[data-theme="dark"\] \{$/m,
} as const;

/** Reads `--name: #RRGGBB` of the light or the dark block, so that antd and the contrast test share the one source. */
export function readTokens(css: string, ground: 'light' | 'dark'): TokenTable {
  const start = opening[ground].exec(css);
  if (start === null) throw new Error(`tokens.css has no ${ground} block`);
  const block = css.slice(start.index, css.indexOf('\n}', start.index));
  return Object.fromEntries(
    Array.from(block.matchAll(/--([\w-]+):\s*(#[0-9A-Fa-f]{6});/g), ([, name, value]) => [name, value]),
  );
}

/** The dark block that follows the system's setting; it must say the same as the one that is chosen by hand. */
export function readSystemDarkTokens(css: string): TokenTable {
  const start = css.indexOf('@media (prefers-color-scheme: dark)');
  const block = css.slice(start, css.indexOf('\n}', start));
  return Object.fromEntries(
    Array.from(block.matchAll(/--([\w-]+):\s*(#[0-9A-Fa-f]{6});/g), ([, name, value]) => [name, value]),
  );
}

/** WCAG 2 contrast of two colours `#RRGGBB`, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
