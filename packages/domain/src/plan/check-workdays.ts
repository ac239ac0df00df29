import type { PlanFacts } from './facts.ts';
import { visitsOf } from './facts.ts';
import type { Finding } from './finding.ts';
import { finding } from './finding.ts';
import { placeOf, rowName } from './words.ts';
import { budgetOf, daysOfPlan, daysOfRow } from './workdays.ts';

const most = 6;

/** The rows ask for more person-days than the approved budget gives to supervision (LS-11, N-12: 留有余地). */
export function checkWorkdays(facts: PlanFacts): readonly Finding[] {
  const budget = budgetOf(facts);
  if (budget === undefined) return [];
  const used = daysOfPlan(facts);
  if (used <= budget.supervision) return [];
  const over = Math.round((used - budget.supervision) * 10) / 10;
  const costly = [...facts.plan.rows]
    .map((row) => ({ row, visits: visitsOf(row, facts.baseCounts), days: Math.round(daysOfRow(row, facts) * 10) / 10 }))
    .sort((a, b) => b.days - a.days)
    .slice(0, most);
  return [
    finding({
      rule: 'C-64',
      id: 'workdays-over',
      verdict: `计划要${used}日，批准的监督检查只有${budget.supervision}日`,
      detail: `多${over}日。${costly.map(({ row, visits, days }) => `${rowName(row)}${visits}家次要${days}日`).join('，')}${facts.plan.rows.length > most ? '等' : ''}。`,
      evidence: [{ place: placeOf(budget.clause), text: `监督检查工作日${budget.supervision}日`, quoted: false }],
      rows: costly.map(({ row }) => row.id),
      tag: '人日不够',
      mends: [`减少抽取家数或轮次，少用${over}日`, '重新打开工作日测算，调整后再批'],
    }),
  ];
}
