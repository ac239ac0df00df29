import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { type Seat, seat } from '../browser.ts';
import type { Person } from './person.ts';
import { picture } from './picture.ts';

/** Opens a round for the whole bureau: whoever is drawn in it is not drawn in it again. */
export async function opensRound(clerk: Person, name: string): Promise<void> {
  await clerk.open('/round');
  await clerk.page.getByLabel('名称', { exact: true }).fill(name);
  await clerk.give('开始轮次');
  await clerk.sees(name, clerk.page.locator('tbody'));
}

/** Begins the task of a plan row and prepares its draw with two witnesses. Ends on the workbench. */
export async function preparesDraw(clerk: Person, row: string, openAt: readonly [date: string, time: string]) {
  const { page } = clerk;
  await clerk.open('/task');
  await picture(page, '12-tasks');
  await clerk.give(`开始任务：${row}`);
  await clerk.follow(`准备抽签：${row}`);
  await page.getByLabel('开启日期', { exact: true }).fill(openAt[0]);
  await page.getByLabel('开启时刻（北京时间）').fill(openAt[1]);
  await page.getByLabel('见证人W1姓名').fill('张见');
  await page.getByLabel('见证人W1单位').fill('县纪委监委派驻组');
  await page.getByLabel('见证人W2姓名').fill('孔证');
  await page.getByLabel('见证人W2单位').fill('县个体私营企业协会');
  await page.getByLabel('开启日期', { exact: true }).scrollIntoViewIfNeeded();
  await picture(page, '13-prepare-draw');
  await clerk.give('准备抽签');
  await page.getByRole('list', { name: '抽签七步' }).waitFor();
}

/** A step that cannot be taken back: the button asks, the dialog gives. */
export async function takesStep(person: Person, verb: string, name?: string): Promise<void> {
  await person.press(verb);
  await person.dialog.getByRole('button', { name: verb, exact: true }).waitFor();
  if (name !== undefined) await picture(person.page, name);
  await person.give(verb, person.dialog);
}

/** The address which the clerk gives to a witness. */
export async function givesLink(clerk: Person, witness: string): Promise<string> {
  await clerk.give(`给${witness}发链接`);
  const address = await clerk.dialog.getByRole('link').innerText();
  if (witness === '张见') await picture(clerk.page, '15-witness-link');
  await clerk.press('收起链接', clerk.dialog);
  return address;
}

/** A witness's own phone with the value nobody else knows. */
export interface Witness extends Seat {
  readonly value: string;
  /** What the server may know of it before the reveal. */
  readonly hash: string;
}

/** Opens the link on a phone of the witness's own and seals a value there. */
export async function seals(browser: Browser, address: string, name?: string): Promise<Witness> {
  const phone = await seat(browser, { viewport: { width: 390, height: 844 } });
  await phone.page.goto(address);
  const seal = phone.page.getByRole('button', { name: '生成并封存随机数' });
  await seal.waitFor();
  if (name !== undefined) await picture(phone.page, name);
  await seal.dblclick();
  await phone.page.getByRole('heading', { name: '已封存' }).waitFor();
  const kept = await phone.page.evaluate(() => Object.entries(localStorage).map(([key, text]) => `${key} ${text}`));
  const [, of, value] = /^mingchou-witness[/](\S+) .*"value":"([0-9a-f]{32})"/.exec(kept.join('\n')) ?? [];
  if (of === undefined || value === undefined) throw new Error(`the phone keeps no value: ${kept.join()}`);
  const text = `mc-draw/1 witness|${of.replaceAll('/', '|')}|${value}`;
  return { ...phone, value, hash: createHash('sha256').update(text).digest('hex') };
}

export async function reveals({ page }: Witness, name?: string): Promise<void> {
  const reveal = page.getByRole('button', { name: '揭示随机数' });
  await reveal.waitFor();
  if (name !== undefined) await picture(page, name);
  await reveal.dblclick();
  await page.getByRole('heading', { name: /^已揭示/ }).waitFor();
}

/** Types the twenty digits from the table, for the first time or as the second person. */
export async function typesDice(person: Person, verb: '录入骰子数' | '复核骰子数', digits: string, name?: string) {
  await person.press(verb);
  await person.dialog.getByRole('textbox').fill(digits);
  if (name !== undefined) await picture(person.page, name);
  await person.give(verb, person.dialog);
}
