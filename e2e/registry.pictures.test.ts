import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { comes, type Person } from './story/person.ts';
import { picture } from './story/picture.ts';

let house: House;
let browser: Browser;
let clerk: Person;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  clerk = await comes(browser, house.address, '何书');
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

/** One block of a pane, in the middle of the picture. */
async function bringUp(words: string): Promise<void> {
  await clerk.page
    .getByText(words, { exact: true })
    .first()
    .evaluate((block) => block.scrollIntoView({ block: 'center' }));
}

async function registersPenalty(on: string, evidence: string): Promise<void> {
  await clerk.press('登记事故、处罚或投诉');
  await clerk.page.getByLabel('行政处罚').check();
  await clerk.page.getByLabel('日期', { exact: true }).fill(on);
  await clerk.page.getByLabel('依据的文书').fill(evidence);
  await clerk.press('登记');
  await clerk.sees(evidence);
}

test('two penalties of a firm are registered, and the bureau’s rule proposes to call it 重点', async () => {
  await clerk.open('/registry');
  await clerk.press('一般');
  await clerk.page.locator('tbody tr.can-open', { hasText: '一般' }).first().locator('td').first().click();
  await registersPenalty('2022-01-18', '长应急罚〔2022〕3号');
  await registersPenalty('2022-04-11', '长应急罚〔2022〕9号');
  await clerk.sees('建议列为重点');
  await bringUp('事故、处罚、投诉');
  await picture(clerk.page, '50-proposal');
  expect(await clerk.reads()).toContain('长应急罚〔2022〕9号');
});

test('the leave calendar of an inspector', async () => {
  await clerk.open('/registry/inspectors');
  await clerk.page.locator('tbody tr.can-open').nth(3).locator('td').first().click();
  await clerk.press('登记请假');
  await clerk.page.getByLabel('第一天', { exact: true }).fill('2022-05-09');
  await clerk.page.getByLabel('最后一天', { exact: true }).fill('2022-05-13');
  await clerk.page.getByLabel('原因').last().fill('参加省厅执法培训');
  await clerk.page.getByRole('button', { name: '登记请假' }).last().click();
  await clerk.sees('：参加省厅执法培训');
  await bringUp('请假日历');
  await picture(clerk.page, '51-leave');
  expect(await clerk.reads()).toContain('请假日历');
});

test('the experts, the sections’ parts and the tables of codes', async () => {
  for (const [path, name, word] of [
    ['/registry/experts', '52-experts', '专家只能协助检查'],
    ['/registry/sections', '53-sections', '全局'],
    ['/registry/codes', '54-codes', '撤销'],
  ] as const) {
    await clerk.open(path);
    await clerk.sees(word);
    await picture(clerk.page, name);
    expect(await clerk.reads()).toContain(word);
  }
});
