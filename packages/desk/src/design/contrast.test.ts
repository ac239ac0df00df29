import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { contrast, readSystemDarkTokens, readTokens } from './token-table.ts';

const css = readFileSync(createRequire(import.meta.url).resolve('@mingchou/contract/tokens.css'), 'utf8');

/** The table of the design page: ratio on surface / page / sunken, light then dark; 4.5 for text, 3 for edges. */
const ratios: readonly (readonly [token: string, light: readonly number[], dark: readonly number[], least: number])[] =
  [
    ['edge', [3.7, 3.4, 3.1], [4.3, 4.7, 3.8], 3],
    ['ink', [16.7, 15.3, 14.3], [14.7, 16.2, 12.9], 4.5],
    ['ink-2', [8.2, 7.5, 7.0], [9.4, 10.3, 8.2], 4.5],
    ['ink-3', [5.6, 5.1, 4.8], [6.5, 7.2, 5.7], 4.5],
    ['dye', [8.7, 7.9, 7.4], [8.1, 8.9, 7.1], 4.5],
    ['seal', [5.9, 5.4, 5.1], [5.9, 6.5, 5.2], 4.5],
    ['late', [7.5, 6.8, 6.4], [7.7, 8.5, 6.7], 4.5],
    ['soon', [7.1, 6.5, 6.1], [10.0, 11.0, 8.7], 4.5],
    ['done', [7.2, 6.6, 6.2], [8.6, 9.5, 7.5], 4.5],
  ];
const grounds = ['surface', 'page', 'sunken'] as const;

function tokens(ground: 'light' | 'dark') {
  const table = readTokens(css, ground);
  return (name: string) => {
    const value = table[name];
    if (value === undefined) throw new Error(`no token ${name}`);
    return value;
  };
}

describe.each(['light', 'dark'] as const)('on the %s ground', (ground) => {
  const token = tokens(ground);

  test.each(ratios)('%s stands off surface, page and sunken as the table says', (name, light, dark, least) => {
    const measured = grounds.map((one) => contrast(token(name), token(one)));
    expect(measured.map((ratio) => Number(ratio.toFixed(1)))).toEqual(ground === 'light' ? light : dark);
    for (const ratio of measured) expect(ratio).toBeGreaterThanOrEqual(least);
  });

  test('text of a tint and ink are readable on it', () => {
    for (const name of ['dye', 'seal', 'late', 'soon', 'done']) {
      expect(contrast(token(name), token(`${name}-tint`))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(token('ink'), token(`${name}-tint`))).toBeGreaterThanOrEqual(ground === 'light' ? 14.1 : 11.6);
    }
  });

  test('text on the main button and on a seal is readable', () => {
    expect(contrast(token('on-dye'), token('dye'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token('on-dye'), token('dye-hover'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(token('on-seal'), token('seal'))).toBeGreaterThanOrEqual(4.5);
  });
});

test('dark chosen by hand and dark of the system are the same', () => {
  expect(readSystemDarkTokens(css)).toEqual(readTokens(css, 'dark'));
});

test('light and dark name the same colours', () => {
  expect(Object.keys(readTokens(css, 'dark'))).toEqual(Object.keys(readTokens(css, 'light')));
});
