import { workbook } from './bureau.ts';
import type { Person } from './person.ts';
import { picture } from './picture.ts';

/** 选文件 → 试读 → 导入, of one of the two workbooks; `rows` is what the file holds. */
export async function importsWorkbook(clerk: Person, target: 'subject' | 'inspector', rows: number): Promise<void> {
  const { page } = clerk;
  await clerk.open(target === 'subject' ? '/registry' : '/registry/inspectors');
  await clerk.follow('导入名录');
  await page.getByLabel('名录文件').setInputFiles(workbook(target === 'subject' ? 'subjects' : 'inspectors'));
  await clerk.give('试读文件');
  await clerk.sees(`新增${rows}　更新0　相同0`);
  await clerk.sees('没有错误');
  await picture(page, target === 'subject' ? '02-dry-run' : '04-dry-run-inspectors');
  await clerk.give(`导入${rows}条`);
  await clerk.sees(/已于.*导入/);
  await clerk.follow('查看名录');
  await page.locator('tbody tr.can-open').first().waitFor();
}

/** 停产停业 since a day, with the reason which the draw will cite. */
export async function suspends(clerk: Person, firm: string, since: string, reason: string): Promise<void> {
  const { page } = clerk;
  await clerk.open('/registry');
  await clerk.finds('名称、拼音首字母、代码末几位', firm);
  await clerk.press('登记状态变动');
  await page.getByLabel('停产停业').check();
  await page.getByLabel('自哪天起', { exact: true }).fill(since);
  await page.getByLabel('原因').fill(reason);
  await clerk.give('登记状态变动');
  await clerk.sees(`${reason}`);
}

/** The administrator says which account is which entry of the inspectors' registry. */
export async function linksInspectors(administrator: Person, names: readonly string[]): Promise<void> {
  const { page } = administrator;
  for (const name of names) {
    await administrator.open('/account');
    await administrator.finds('姓名、登录名', name);
    const pane = page.getByRole('complementary', { name });
    await administrator.give('对应到名录', pane);
    await administrator.sees(new RegExp(`${name}，执法证号`), pane);
  }
}
