import type { Locator } from 'playwright-core';
import type { Person } from './person.ts';
import { picture } from './picture.ts';

/** Goes to the inspection of a firm by the list, as anyone does. */
export async function opensInspection(person: Person, firm: string): Promise<void> {
  await person.open('/inspection');
  await person.finds('企业名称、代码', firm);
  await person.page.getByRole('heading', { level: 1, name: firm }).waitFor();
}

/** 逐条记录: every point 符合 but 日常管理, whose standard wording is finished with what was found. */
async function marksList(form: Locator, found: string): Promise<void> {
  const points = form.getByRole('radiogroup').filter({ hasText: '不涉及' });
  for (const point of await points.all()) await point.getByLabel('符合', { exact: true }).check();
  await points.filter({ hasText: '日常管理' }).getByLabel('不符合', { exact: true }).check();
  const words = form.getByLabel('问题', { exact: true });
  await words.fill((await words.inputValue()).replace('____。', found));
}

/** 录入检查结果: the list point by point, the standard category and who signed. */
export async function recordsResult(inspector: Person, category: string, findings: string, endedOn: string) {
  const { page } = inspector;
  const form = page.getByRole('region', { name: '检查结果' });
  await marksList(form, findings);
  await form.getByLabel('检查结果', { exact: true }).selectOption(category);
  await form.getByLabel('检查结束日期', { exact: true }).fill(endedOn);
  for (const box of await form.getByRole('group', { name: '已签字的检查人员' }).getByRole('checkbox').all()) {
    await box.check();
  }
  await page.evaluate(() => window.scrollTo(0, 0));
  await picture(page, '26-record');
  await inspector.give('录入检查结果', form);
}
