import { strToU8, zipSync } from 'fflate';
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

/** A made-up plan of the year before, as a Word file: one cell of row 2 stands in its neighbour's column. */
const lines = [
  '长子县应急管理局2021年双随机抽查计划',
  '一、抽查数量',
  '本年度拟抽取20家企业。',
  '二、结果公开',
  '抽查结束后7个工作日内向社会公布。',
  '附件：2021年双随机抽查计划表',
];
const head = [
  '序号',
  '抽查任务名称',
  '抽查事项',
  '抽查内容',
  '抽查对象',
  '事项类别',
  '检查方式',
  '抽查比例',
  '抽查时间',
];
const rows = [
  [
    '1',
    '2021年煤矿通风抽查',
    '对煤矿通风系统的行政检查',
    '1.主通风机运行。\n2.风量测定记录。',
    '全县煤矿企业',
    '重点检查',
    '现场检查',
    '100%',
    '2021年3月至6月',
  ],
  [
    '2',
    '2021年加油站抽查',
    '对加油站油气回收的行政检查',
    '1.防爆设施。\n2.应急预案。',
    '危险化学品经营企业',
    '一般检查',
    '20%',
    '',
    '2021年7月至9月',
  ],
  [
    '3',
    '2021年粉尘涉爆抽查',
    '对粉尘涉爆企业的行政检查',
    '1.除尘系统。\n2.清扫制度。',
    '工贸企业',
    '一般检查',
    '现场检查',
    '若干家',
    '2021年10月至12月',
  ],
];
const paragraph = (text: string) =>
  text
    .split('\n')
    .map((part) => `<w:p><w:r><w:t>${part}</w:t></w:r></w:p>`)
    .join('');
const row = (cells: readonly string[]) =>
  `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
const body = `${lines.map(paragraph).join('')}<w:tbl>${[head, ...rows].map(row).join('')}</w:tbl>`;
const word = zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) });

test('last year’s plan is read from a Word file, its doubtful values are looked at by keyboard, and it goes into a new plan', async () => {
  await clerk.page.setViewportSize({ width: 1366, height: 820 });
  await clerk.open('/plan/reading');
  const mimeType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  await clerk.page
    .getByLabel('计划文件')
    .setInputFiles({ name: '2021年抽查计划.docx', mimeType, buffer: Buffer.from(word) });
  await picture(clerk.page, '60-choose-old-plan');
  await clerk.press('读入文件');
  await clerk.sees('需要人工核对');
  const counter = clerk.page.locator('.page-head');
  await clerk.sees(/需要人工核对8处/, counter);
  // The first that waits is the displaced ratio of row 2; the cell it stood in and the one it belongs to are lit.
  expect(await clerk.page.locator('.read-document .lit').allInnerTexts()).toEqual(['20%', '（空格）']);
  await picture(clerk.page, '61-review-old-plan');

  await clerk.page.keyboard.press('n');
  await clerk.page.getByRole('textbox', { name: '抽查比例及频次' }).fill('10%');
  await picture(clerk.page, '62-write-value');
  await clerk.page.keyboard.press('Enter');
  await clerk.sees(/需要人工核对7处/, counter);
  await clerk.page.locator('h1').click();
  await clerk.page.keyboard.press('n');
  for (const left of [6, 5, 4, 3, 2, 1]) {
    await clerk.page.keyboard.press('Enter');
    await clerk.sees(new RegExp(`需要人工核对${left}处`), counter);
  }
  await clerk.page.keyboard.press('Enter');
  await clerk.sees('没有待核对的', counter);

  await clerk.press('列入全部6项');
  await clerk.page.getByLabel(/新建2023年计划/).check();
  await picture(clerk.page, '63-accept-old-plan');
  await clerk.press('列入3项任务、3个事项', clerk.dialog);
  await clerk.sees('2023年加油站抽查');
  expect(await clerk.reads()).toContain('2023年粉尘涉爆抽查');
});
