import { checkCharacterOf } from '@mingchou/domain';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { type House, openHouse } from './house.ts';
import { comes, type Person } from './story/person.ts';
import { picture } from './story/picture.ts';

let house: House;
let browser: Browser;
let clerk: Person;
let chief: Person;

beforeAll(async () => {
  [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  clerk = await comes(browser, house.address, '何书');
  chief = await comes(browser, house.address, '施核');
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

const characters = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕';
const rows = 20_000;

/** So many filling stations that the demonstration does not know, every name another one. */
function wholeCounty(): Buffer {
  const lines = Array.from({ length: rows }, (_, at) => {
    const n = 200_000 + at;
    const first17 = `91140428XX${String(n).padStart(7, '0')}`;
    const name = [...n.toString(32)].map((digit) => characters[Number.parseInt(digit, 32)]).join('');
    return `长子县${name}号加油站,${first17}${checkCharacterOf(first17)},危化经营,丹朱镇示例路${n}号`;
  });
  return Buffer.from(['企业名称,统一社会信用代码,行业类别,地址', ...lines].join('\n'));
}

test('a long import shows how far it is, also after leaving the page and to a colleague, and then stands whole', async () => {
  await clerk.open('/exchange/subject');
  const file = { name: '全县加油站.csv', mimeType: 'text/csv', buffer: wholeCounty() };
  await clerk.page.getByLabel('名录文件').setInputFiles(file);
  await clerk.press('试读文件');
  await clerk.press('导入20,000条');
  await clerk.sees(/正在写入\d[\d,]*\/20,000行，约/);
  await picture(clerk.page, '55-import-progress');

  await chief.open('/exchange/subject');
  await chief.sees('正在导入');
  await clerk.open('/');
  await clerk.sees('全县加油站.csv');
  await clerk.follow(/看进度/);
  await clerk.page.getByRole('button', { name: '撤销这次导入' }).waitFor({ timeout: 120_000 });
  expect(await clerk.reads()).toContain('导入 查看名录');
  await chief.open('/registry');
  await chief.sees('20051危化经营');
});

test('what was exported is on record, with its filters, columns and hash', async () => {
  await clerk.open('/registry');
  for (const [group, chip, format] of [
    ['行业类别', '煤矿', '导出Excel'],
    ['重点或一般', '重点', '导出CSV'],
  ] as const) {
    await clerk.press(chip, clerk.page.getByRole('group', { name: group }));
    const download = clerk.page.waitForEvent('download');
    await clerk.press(format);
    await (await download).path();
  }
  await clerk.follow('导出记录');
  await clerk.sees('煤矿，重点');
  await picture(clerk.page, '56-exports');
  expect(await clerk.reads()).toContain('名称、代码、类别、重点、状态、股室');
});
