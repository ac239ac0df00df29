import type { Browser, Locator, Page } from 'playwright-core';
import { type Seat, seat } from '../browser.ts';

/** A person of the bureau at a browser of their own, signed in. */
export interface Person extends Seat {
  readonly name: string;
  /** The demonstration's password, as the sign-in page prints it. */
  readonly password: string;
  /** Opens a page of the desk, such as `/plan`. */
  readonly open: (path: string) => Promise<void>;
  /** Waits until the page (or the part of it) says so. */
  readonly sees: (words: string | RegExp, within?: Locator) => Promise<void>;
  /**
   * Presses the button of a command, twice and fast, as an impatient person does: the story is told with double clicks
   * and its last chapter counts that nothing was done twice.
   */
  readonly give: (verb: string | RegExp, within?: Locator) => Promise<void>;
  /** Presses, once, a button that only opens something. */
  readonly press: (word: string | RegExp, within?: Locator) => Promise<void>;
  /** Follows a link by its words. */
  readonly follow: (words: string | RegExp) => Promise<void>;
  /** Opens the row of a list that tells of this thing, after searching for it. */
  readonly finds: (searchFor: string, words: string) => Promise<void>;
  /** The open dialog. */
  readonly dialog: Locator;
  /** What the page says now. */
  readonly reads: () => Promise<string>;
}

/** Seats someone before the sign-in page and takes the person of that name there. */
export async function comes(browser: Browser, address: string, name: string): Promise<Person> {
  const own = await seat(browser, { at: address });
  await own.page.goto('/desk/');
  const password = await own.page.locator('.sign-in-note b').innerText();
  await signIn(own.page, name);
  return { ...own, ...hands(own.page), name, password };
}

function hands(page: Page) {
  page.setDefaultTimeout(15_000);
  const named = (role: 'button' | 'link', words: string | RegExp, within: Locator | undefined) =>
    (within ?? page).getByRole(role, typeof words === 'string' ? { name: words, exact: true } : { name: words });
  return {
    dialog: page.getByRole('dialog'),
    open: async (path: string) => {
      await page.goto(`/desk${path}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
    },
    sees: (words: string | RegExp, within: Locator = page.locator('body')) =>
      within.filter({ hasText: words }).first().waitFor(),
    press: (words: string | RegExp, within?: Locator) => named('button', words, within).click(),
    follow: (words: string | RegExp) => named('link', words, undefined).first().click(),
    finds: async (searchFor: string, words: string) => {
      await page.getByPlaceholder(searchFor).fill(words);
      await page.locator('tbody tr.can-open', { hasText: words }).first().locator('td').first().click();
    },
    give: (verb: string | RegExp, within?: Locator) => named('button', verb, within).dblclick({ delay: 5 }),
    reads: () => page.locator('main').innerText(),
  };
}

/** Chooses the person on the sign-in page of a demonstration. */
export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.locator('.top-bureau').waitFor();
}

/** Enters the password where it is asked for; a second time within five minutes it is not. */
export async function provesIdentity({ page, password }: Person): Promise<void> {
  const asking = page.getByRole('dialog', { name: '再输一次密码，证明是您本人' });
  await asking.getByLabel('密码').fill(password);
  await asking.getByRole('button', { name: '输入密码并继续' }).dblclick();
  await asking.waitFor({ state: 'hidden' });
}

/** Moves the bureau's business clock; the day as `2022-04-06`, the time as `10:00`. */
export async function movesClock({ page }: Person, date: string, time: string): Promise<void> {
  await page.getByRole('button', { name: '演示时间' }).click();
  await page.getByLabel('日期', { exact: true }).fill(date);
  await page.getByLabel('时刻').fill(time);
  await page.getByRole('button', { name: '向前拨' }).dblclick();
  const [, month, day] = date.split('-').map(Number);
  await page
    .locator('.top-demonstration', { hasText: `${month}月${day}日` })
    .filter({ hasText: time })
    .waitFor();
  await page.keyboard.press('Escape');
}
