import type { Person } from './person.ts';
import { picture } from './picture.ts';

export interface PlannedRow {
  readonly name: string;
  readonly item: string;
  readonly scope: string;
  readonly sectors: readonly string[];
  readonly percent: number;
  readonly from: string;
  readonly to: string;
}

/** The four rows of the bureau's own document. */
export const rowsOf2022: readonly PlannedRow[] = [
  {
    name: '2022年煤矿企业双随机抽查计划',
    item: '对煤矿企业安全生产的行政检查',
    scope: '全县煤矿企业',
    sectors: ['煤矿'],
    percent: 100,
    from: '2022-03-15',
    to: '2022-12-31',
  },
  {
    name: '2022年危险化学品生产经营企业双随机抽查计划',
    item: '化工企业和危险化学品生产、经营（带仓储设施）企业监督检查',
    scope: '全县危险化学品生产经营企业',
    sectors: ['危化生产', '危化经营'],
    percent: 20,
    from: '2022-04-01',
    to: '2022-06-30',
  },
  {
    name: '2022年冶金工贸企业双随机抽查计划',
    item: '对冶金等工贸企业安全生产的行政检查',
    scope: '全县冶金工贸企业',
    sectors: ['工贸'],
    percent: 10,
    from: '2022-07-01',
    to: '2022-09-30',
  },
  {
    name: '2022年洗（储）煤厂双随机抽查计划',
    item: '对洗（选）煤厂及配煤型煤加工企业安全生产的行政检查',
    scope: '全县洗（储）煤厂',
    sectors: ['洗储煤'],
    percent: 10,
    from: '2022-10-01',
    to: '2022-12-31',
  },
];

/** 新建计划草稿, with title, number, day and the papers above it. */
export async function beginsPlan(clerk: Person): Promise<void> {
  const { page } = clerk;
  await clerk.open('/plan');
  await clerk.follow('新建2022年计划');
  await page.getByLabel(/^文号/).fill('长子应急发〔2022〕23号');
  await page.getByLabel(/^印发日期/).fill('2022-03-03');
  await page.getByLabel('主送').fill('各相关业务股室');
  await page.getByLabel('依据的上级文件').fill('国发〔2019〕5号、晋政发〔2019〕15号、长政发〔2019〕39号');
  await picture(page, '06-new-plan');
  await clerk.give('新建计划草稿');
  await clerk.sees('计划表还没有任务');
}

export async function addsRow(clerk: Person, row: PlannedRow): Promise<void> {
  const { page } = clerk;
  await clerk.follow('增加任务');
  await page.getByLabel('抽查任务名称').fill(row.name);
  await page.getByLabel(row.item, { exact: true }).check();
  await page.getByLabel('抽查对象范围').fill(row.scope);
  for (const sector of row.sectors) await page.getByLabel(new RegExp(`^${sector}　\\d+家`)).check();
  await page.getByLabel('抽查比例').fill(`${row.percent}`);
  await page.getByLabel('抽查开始', { exact: true }).fill(row.from);
  await page.getByLabel('抽查结束', { exact: true }).fill(row.to);
  await clerk.give('增加任务');
  await clerk.sees(row.scope, page.locator('.plan-table'));
}
