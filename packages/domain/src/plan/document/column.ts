import type { Column, ColumnKey } from './document.ts';

/** Titles as bureaus write them, most particular first: the first that a header contains decides. */
const titles: readonly (readonly [RegExp, ColumnKey])[] = [
  [/^(序号|编号|号)$/, 'no'],
  [/权责清单|权力事项/, 'duty'],
  [/任务名称|计划名称/, 'task'],
  [/(抽查|检查)类型/, 'selection'],
  [/事项类别|类别$/, 'category'],
  [/(抽查|检查)事项$|^事项/, 'item'],
  [/(抽查|检查)内容/, 'content'],
  [/对象(范围)?$|监管对象|^范围$/, 'subject'],
  [/(家|户|对象|抽取)数/, 'count'],
  [/方式/, 'method'],
  [/比例|频次/, 'ratio'],
  [/层级/, 'tier'],
  [/依据/, 'basis'],
  [/时间|时限|期限|日期/, 'window'],
  [/(发起|牵头)(部门|单位|机构)/, 'initiator'],
  [/(配合|参与|联合)(部门|单位|机构)/, 'partners'],
  [/检查主体|实施主体/, 'inspectors'],
  [/领域/, 'field'],
  [/部门|科室|股室|单位/, 'department'],
];

export function columnOf(title: string): Column {
  const plain = title.replace(/\s/g, '');
  return { title: plain, key: titles.find(([pattern]) => pattern.test(plain))?.[1] ?? null };
}

/** Whether a row of cells is a header: at least three, nearly all short titles that mean something. */
export function isHeader(cells: readonly string[]): boolean {
  const known = cells.filter((cell) => cell.length <= 16 && columnOf(cell).key !== null);
  return cells.length >= 3 && known.length >= 3 && known.length * 3 >= cells.length * 2;
}
