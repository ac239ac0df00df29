import type { Clause, Fraction } from '../policy/index.ts';
import { isFraction, percentOf, roundShare } from '../policy/index.ts';
import type { PlanFacts } from './facts.ts';
import { baseOf, countOf, sum, totalsOf } from './facts.ts';
import type { Finding } from './finding.ts';
import { finding } from './finding.ts';
import { placeOf } from './words.ts';

/** 随机抽查占年度监督检查计划 (GX-12): enterprises picked by lot, of all that the plan inspects. */
export interface RandomShare {
  readonly clause: Clause;
  readonly promise: Fraction;
  readonly random: number;
  readonly count: number;
  readonly wanted: number;
}

/** The share as the rows stand, where the bureau's rules promise one. Who is inspected whole is not picked by lot. */
export function randomShareOf(facts: PlanFacts): RandomShare | undefined {
  const rule = facts.policy.own['ratio.rule'];
  const promise = rule?.value.find(({ ratio }) => ratio.base === 'plan' && ratio.operator === '>=')?.ratio.value;
  if (rule === undefined || promise === undefined || !isFraction(promise)) return undefined;
  const { count } = totalsOf(facts);
  const picked = facts.plan.rows.filter((row) => countOf(row, facts.baseCounts) < baseOf(row, facts.baseCounts));
  const random = sum(picked.map((row) => countOf(row, facts.baseCounts)));
  return { clause: rule.clause, promise, random, count, wanted: roundShare(count, promise, 'ceil') };
}

export function checkRandomShare(facts: PlanFacts): readonly Finding[] {
  const share = randomShareOf(facts);
  if (share === undefined || share.random >= share.wanted) return [];
  const { clause, promise, random, count, wanted } = share;
  return [
    finding({
      rule: 'C-65',
      id: 'random-share',
      verdict: '随机抽查的企业不够',
      detail: `计划检查${count}家，按${percentOf(promise)}随机抽查${wanted}家，现在只有${random}家。`,
      evidence: [
        { place: placeOf(clause), text: `随机抽查不低于计划的${percentOf(promise)}`, quoted: false },
        { place: '计划表', text: `${random}÷${count}`, quoted: false },
      ],
      mends: ['增加按比例抽取的任务', '减少全部检查的企业'],
    }),
  ];
}
