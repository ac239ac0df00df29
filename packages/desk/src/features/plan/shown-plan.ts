import type { planRoutes } from '@mingchou/contract';
import type { z } from 'zod';

/** What the server tells of one plan: table, sums, meters, comparison, findings. */
export type ShownPlan = z.output<typeof planRoutes.showPlan.reply>;
export type ShownRow = ShownPlan['plan']['rows'][number];
export type ShownFinding = ShownPlan['check']['open'][number];

export function formulaOfRow(shown: ShownPlan, row: ShownRow): ShownPlan['formulas'][number] {
  const formula = shown.formulas.find((one) => one.rowId === row.id);
  if (formula === undefined) throw new Error(`row ${row.no} came without its calculation`);
  return formula;
}

/** 2022年煤矿企业双随机抽查计划 → 煤矿企业双随机抽查: the page's title says year and plan already. */
export function shortName(name: string): string {
  return name.replace(/^\d{4}年(?:度)?/, '').replace(/计划$/, '');
}
