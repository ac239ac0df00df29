import type { Page } from 'playwright-core';
import { type Barrier, barriersOf } from '../browser.ts';
import type { Desk } from './bureau.ts';

/** What one page said when somebody opened it. */
export interface Visit {
  readonly bureau: string;
  /** The path as the feature declares it. */
  readonly written: string;
  readonly address: string;
  readonly title: string;
  readonly says: string;
  readonly complaints: readonly string[];
  /** Lists and panels that show nothing and do not say why. */
  readonly bare: readonly string[];
  readonly barriers: readonly Barrier[];
}

/** Opens an address inside the running application, as a link does, and waits until everything is read. */
export async function visit(desk: Desk, written: string, address: string, withAxe: boolean): Promise<Visit> {
  const { page, complaints, refused } = desk;
  const [before, refusedBefore] = [complaints.length, refused.length];
  await page.evaluate((to) => {
    for (const heading of document.querySelectorAll('h1')) heading.dataset['old'] = 'true';
    window.history.pushState({}, '', `/desk${to}`);
  }, address);
  await page.waitForFunction(settled, undefined, { timeout: 10_000 }).catch(async () => {
    await page.goto(`/desk${address}`);
    // What does not come to rest now is looked at as it stands.
    await page.waitForFunction(settled, undefined, { timeout: 10_000 }).catch(() => undefined);
  });
  return {
    ...{ bureau: desk.slug, written, address },
    title: await titleOf(page),
    says: (await page.locator('body').textContent()) ?? '',
    bare: await bareOf(page),
    barriers: withAxe ? await barriersOf(page) : [],
    complaints: [...complaints.slice(before), ...refused.slice(refusedBefore)],
  };
}

/** A page without a head has none, and the test says which page it is. */
async function titleOf(page: Page): Promise<string> {
  const [first] = await page.locator('h1').allInnerTexts();
  return first ?? '';
}

/** A list that is being read again has a moment without rows; what is still bare after two seconds is bare. */
async function bareOf(page: Page): Promise<readonly string[]> {
  let bare = await page.evaluate(bareParts);
  for (let more = 0; more < 10 && bare.length > 0; more += 1) {
    await page.waitForTimeout(200);
    bare = await page.evaluate(bareParts);
  }
  return bare;
}

/** Runs in the page: its own heading stands there, nothing is being read, and so it was 100 ms ago. */
function settled(): boolean {
  const heading = document.querySelector<HTMLElement>('h1:not([data-old])');
  const lists = [...document.querySelectorAll('.query-table')];
  const read = lists.every((list) => list.querySelector('tbody td, .empty, .failure') !== null);
  const quiet = heading !== null && read && document.querySelector('[aria-busy=true]') === null;
  if (!quiet || heading.dataset['since'] === undefined) {
    if (heading !== null) heading.dataset['since'] = String(performance.now());
    return false;
  }
  return performance.now() - Number(heading.dataset['since']) > 100;
}

/** Runs in the page. */
function bareParts(): string[] {
  const bare: string[] = [];
  for (const panel of document.querySelectorAll<HTMLElement>('.panel')) {
    const content = [...panel.children].filter((part) => part.localName !== 'header');
    if (content.every((part) => part.textContent === '')) bare.push(`a panel with nothing in it: ${panel.innerText}`);
  }
  for (const list of document.querySelectorAll<HTMLElement>('.query-table')) {
    if (list.querySelector('tbody td, .empty') === null)
      bare.push(`a list without rows: ${list.innerText.slice(0, 60)}`);
  }
  for (const empty of document.querySelectorAll<HTMLElement>('.empty')) {
    // Why, and what to do: two clauses at least, or a way on beside the sentence.
    const words = empty.innerText;
    const why = words.length >= 12;
    const way = empty.querySelector('a, button') !== null || /[，。；].+[，。；]/s.test(words);
    if (!why || !way) bare.push(`an empty part without a way on: ${words}`);
  }
  for (const failure of document.querySelectorAll<HTMLElement>('.failure')) bare.push(failure.innerText);
  return bare;
}
