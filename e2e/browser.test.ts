import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriersOf, openBrowser, photograph, seat } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const page = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><title>样张</title></head><body>${body}</body></html>`;

/** The pixels of one character, large and black on white. */
async function glyph(character: string, family: string): Promise<string> {
  const { page: sheet, context } = await seat(browser);
  const style = `font: 80px ${family}; margin: 0; width: 100px; height: 120px`;
  await sheet.setContent(page(`<p id="glyph" style="${style}">${character}</p>`));
  const pixels = await sheet.locator('#glyph').screenshot();
  await context.close();
  return pixels.toString('base64');
}

test.each(['sans-serif', 'serif'])('Chinese characters in %s are drawn, not boxed', async (family) => {
  // A private-use sign has no glyph in any font and shows what a box looks like.
  const [draw, sign, boxed] = await Promise.all([glyph('抽', family), glyph('签', family), glyph('\uE123', family)]);
  expect(draw).not.toBe(sign);
  expect(draw).not.toBe(boxed);
  expect(sign).not.toBe(boxed);
});

test('people at separate browsers share nothing', async () => {
  const [one, two] = await Promise.all([seat(browser), seat(browser)]);
  await one.context.addCookies([{ name: 'session', value: '1', url: 'http://127.0.0.1' }]);
  expect(await one.context.cookies()).toHaveLength(1);
  expect(await two.context.cookies()).toEqual([]);
  await Promise.all([one.context.close(), two.context.close()]);
});

test('a picture without a text and a field without a name are reported as barriers', async () => {
  const { page: sheet, context } = await seat(browser);
  await sheet.setContent(page('<main><h1>抽查</h1><img src="data:,"><input></main>'));
  expect((await barriersOf(sheet)).map(({ rule }) => rule).sort()).toEqual(['image-alt', 'label']);
  await context.close();
});

test('a page that everybody can read has no barriers, and its picture is kept', async () => {
  const { page: sheet, context, complaints } = await seat(browser);
  await sheet.setContent(page('<main><h1>抽查结果公示</h1><p>长子县应急管理局</p></main>'));
  expect(await barriersOf(sheet)).toEqual([]);
  const file = await photograph(sheet, 'test-results', 'browser-check');
  expect(existsSync(file)).toBe(true);
  expect(complaints).toEqual([]);
  await rm(file);
  await context.close();
});
