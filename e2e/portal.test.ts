import { readFileSync } from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {
  bureausPage,
  ceremonyPage,
  displayPage,
  drawPage,
  drawsPage,
  guidePage,
  homePage,
  itemsPage,
  logPage,
  type LogView,
  notFoundPage,
  planPage,
  resultPage,
  resultsPage,
  searchPage,
  type Site,
  statisticsPage,
  type StatisticsView,
  verifyPage,
} from '@mingchou/portal';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ceremony, drawn, news } from '../packages/portal/test/ceremony.ts';
import { attempts, bureau, draw, items, plan, progress, result, site } from '../packages/portal/test/views.ts';
import { buildStale } from '../scripts/build.ts';
import { barriersOf, openBrowser, seat } from './browser.ts';

// Every public page, read by everybody: light and dark, large type, on a phone, without a script.
const assets = path.resolve(import.meta.dirname, '../packages/portal/dist');
const late = [progress(), progress({ code: '91140428XX1002227Y', step: 'disclosed', disclosedOn: '2022-04-26' })];

/** Tickets of 300 made-up entries, as a hash would strew them. */
const numbers: StatisticsView['numbers'] = [
  {
    drawNo: 2,
    tickets: Array.from({ length: 300 }, (_, index) => (index * 0.618034) % 1).sort((a, b) => a - b),
    chances: new Map(Array.from({ length: 300 }, (_, index) => [`91140428XX${index}`, 0.2])),
    drawn: new Set(Array.from({ length: 60 }, (_, index) => `91140428XX${index}`)),
    names: new Map(),
  },
];

const log: LogView = {
  ...{ size: 1, root: 'c'.repeat(64), keys: [`mingchou-log-0123456789abcdef+01234567+${'A'.repeat(44)}`] },
  ...{ sm2Keys: [`mingchou-log-0123456789abcdef+01234567+${'A'.repeat(112)}`], witnesses: ['w+01234567+A'] },
  checkpoint: `mingchou-log-0123456789abcdef\n1\n${'A'.repeat(44)}\n\n\u2014 mingchou-log-0123456789abcdef ${'B'.repeat(92)}\n`,
  latest: [
    {
      ...{ index: 0, at: '2022-04-02T01:00:00Z', kind: 'commitment' },
      ...{ about: '140428-changzi第1号抽签', fingerprint: 'a'.repeat(64) },
    },
  ],
};

const room = { screen: false, dark: false, origin: 'https://example.gov.cn' };

const pages: Readonly<Record<string, (here: Site) => string>> = {
  home: (here) =>
    homePage(here, { plan: plan(), draws: [draw()], progress: late, results: [result()], items: items() }),
  emptyHome: (here) => homePage(here, { plan: null, draws: [], progress: [], results: [], items: null }),
  draw: (here) =>
    drawPage(here, { draw: draw(), progress: late, results: [result()], asked: null, logKeys: [], offlinePage: true }),
  draws: (here) => drawsPage(here, { ...attempts(), plan: plan(), show: '' }),
  statistics: (here) =>
    statisticsPage(here, { draws: attempts().draws, numbers, address: 'https://example.cn', offlinePage: true }),
  plan: (here) => planPage(here, [plan()], [draw()]),
  results: (here) => resultsPage(here, [result()], late),
  result: (here) => resultPage(here, result({ late: true })),
  items: (here) => itemsPage(here, items()),
  guide: (here) => guidePage(here),
  verify: (here) => verifyPage(here, true),
  display: (here) => displayPage(here),
  log: (here) => logPage(here, log, 'https://example.gov.cn'),
  search: (here) => searchPage(here, { typed: '加油站', draws: [draw()], results: [result()] }),
  bureaus: (here) => bureausPage([bureau(), bureau({ slug: 'linzi', name: '临淄区应急管理局' })], here.display, true),
  ceremony: (here) => ceremonyPage(here, { ...room, news: news(drawn()) }),
  ceremonyToCome: (here) => ceremonyPage(here, { ...room, news: news(ceremony(), '2022-04-06T01:30:00Z') }),
  notFound: (here) => notFoundPage(here.display),
};

let browser: Browser;
let server: http.Server;
let shown: Site = site();

beforeAll(async () => {
  const broken = (await buildStale()).filter((outcome) => !outcome.ok && outcome.name.endsWith('portal'));
  expect(broken).toEqual([]);
  browser = await openBrowser();
  server = http.createServer((request, response) => {
    const name = (request.url ?? '').slice(1);
    const style = /^portal\/([a-z]+\.css)$/.exec(name)?.[1];
    if (style !== undefined) response.setHeader('content-type', 'text/css').end(readFileSync(path.join(assets, style)));
    else response.setHeader('content-type', 'text/html; charset=utf-8').end(pages[name]?.(shown) ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await browser.close();
  server.close();
});

function address(name: string): string {
  const listening = server.address();
  if (listening === null || typeof listening === 'string') throw new Error('no port');
  return `http://127.0.0.1:${listening.port}/${name}`;
}

const wide = { width: 1200, height: 900 };
const phone = { width: 390, height: 844 };

describe.each([
  ['light', wide, { large: false, theme: 'light' }],
  ['dark', wide, { large: false, theme: 'dark' }],
  ['large type on a phone', phone, { large: true, theme: 'light' }],
] as const)('in %s', (_name, viewport, display) => {
  test('no public page has a barrier or scrolls sideways', async () => {
    shown = site({ display });
    const { page, context } = await seat(browser, { viewport, javaScript: true });
    for (const name of Object.keys(pages)) {
      await page.goto(address(name));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([name, over <= 0, await barriersOf(page)]).toEqual([name, true, []]);
    }
    await context.close();
  });
});

test('the keyboard reaches the text first and everything that can be pressed is large enough for a thumb', async () => {
  shown = site();
  const { page, context } = await seat(browser, { viewport: phone });
  await page.goto(address('draw'));
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
  const low = await page.$$eval('button:not([hidden]), .btn:not([hidden]), .bar nav a, input', (all) =>
    all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent),
  );
  expect(low).toEqual([]);
  await context.close();
});
