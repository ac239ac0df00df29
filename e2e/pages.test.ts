import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, seat } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { addressesOf, idsOf, roleFor } from './pages/addresses.ts';
import { type Desk, desksOf } from './pages/bureau.ts';
import { deskPaths } from './pages/desk-paths.ts';
import { type Visit, visit } from './pages/visit.ts';

// Every page of the desk in every bureau of the demonstration: none complains, none is empty without a word.
let house: House;
let browser: Browser;
let visits: readonly Visit[] = [];

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  const desks = await desksOf(browser, house.address);
  visits = (await Promise.all(desks.map(visitAll))).flat();
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

async function visitAll(desk: Desk): Promise<readonly Visit[]> {
  const made: Visit[] = [];
  await desk.sit('legalClerk');
  const ids = await idsOf(desk);
  // By whose page it is, so that nobody sits down twice.
  const paths = deskPaths().filter((written) => written !== '/set-up');
  for (const role of new Set(paths.map(roleFor))) {
    await desk.sit(role);
    for (const written of paths.filter((one) => roleFor(one) === role)) {
      for (const address of addressesOf(written, ids)) {
        // Each kind of page once by axe: what keeps people out of it keeps them out in every bureau.
        made.push(await visit(desk, written, address, desk.slug === 'changzi'));
      }
    }
  }
  return made;
}

test('every page is visited in some bureau, and all five bureaus are', () => {
  const unvisited = deskPaths().filter((written) => !visits.some((one) => one.written === written));
  expect(unvisited).toEqual(['/set-up']);
  expect(new Set(visits.map(({ bureau }) => bureau)).size).toBe(5);
});

const wrong = (is: (one: Visit) => boolean) => visits.filter(is).map(({ bureau, address }) => `${bureau} ${address}`);

test('each page says what it is', () => {
  expect(wrong(({ title }) => title.trim() === '')).toEqual([]);
});

test('none complains', () => {
  expect(visits.flatMap(({ bureau, address, complaints }) => complaints.map((one) => [bureau, address, one]))).toEqual(
    [],
  );
});

test('none is empty without saying why and what to do', () => {
  expect(visits.flatMap(({ bureau, address, bare }) => bare.map((one) => [bureau, address, one]))).toEqual([]);
});

test('the demonstration’s time stands on each', () => {
  expect(wrong(({ says }) => !says.includes('演示时间'))).toEqual([]);
});

test('nobody is kept out', () => {
  expect(visits.flatMap(({ address, barriers }) => barriers.map((one) => [address, one]))).toEqual([]);
});

test('every public page names the demonstration, complains of nothing and says what it holds', async () => {
  const { page, complaints, context } = await seat(browser, { at: house.address });
  const [first] = (await (await fetch(`${house.address}/open-data/draws.json`)).json()) as readonly {
    bureau: string;
  }[];
  expect(first).toBeDefined();
  for (const slug of ['changzi', 'linzi', 'yanshi', 'gaoxin', 'lishan']) {
    const todo = [`/b/${slug}/`];
    const seen = new Set<string>();
    for (let at = todo.shift(); at !== undefined; at = todo.shift()) {
      seen.add(at);
      await page.goto(at);
      const said = await page.locator('body').innerText();
      expect(said, at).toContain('演示数据：企业与人员均为虚构。演示时间');
      expect((await page.locator('main').innerText()).length, at).toBeGreaterThan(20);
      const links = await page
        .locator(`a[href^="/b/${slug}/"]`)
        .evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
      // One result and each draw are enough; files are no pages.
      const pages = links
        .map((href) => href.replace(/[?#].*$/, ''))
        .filter((href) => !/\.[a-z]+$|\/display$/.test(href));
      const results = pages.filter((href) => href.includes('/results/')).slice(0, 1);
      for (const href of [
        ...pages.filter((one) => !one.includes('/results/')),
        ...(at.includes('/results') ? results : []),
      ]) {
        if (!seen.has(href) && !todo.includes(href)) todo.push(href);
      }
    }
    expect(seen.size).toBeGreaterThan(6);
  }
  expect(complaints).toEqual([]);
  await context.close();
});
