import { checkFrequency } from './check-frequency.ts';
import { checkRows } from './check-rows.ts';
import { checkTable } from './check-table.ts';
import type { PlanFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { finding } from './finding.ts';
import type { Dismissal } from './plan.ts';
import { placeOf } from './words.ts';

export interface KeptFinding {
  readonly finding: Finding;
  readonly dismissal: Dismissal;
}

export interface PlanCheck {
  /** What still stands, most serious first. */
  readonly open: readonly Finding[];
  /** What someone decided to keep, with the reason. */
  readonly kept: readonly KeptFinding[];
}

const order = ['must', 'check', 'wording'] as const;

/** 核对结果 — every rule over the plan's structured facts; what stands only in running text is read elsewhere. */
export function checkPlan(facts: PlanFacts): PlanCheck {
  const found = [...checkFrequency(facts), ...checkRows(facts), ...checkTable(facts), ...checkWording(facts)];
  const dismissalOf = (one: Finding) =>
    one.dismissible ? facts.plan.dismissals.find((dismissal) => dismissal.finding === one.id) : undefined;
  const kept = found.flatMap((one) => {
    const dismissal = dismissalOf(one);
    return dismissal === undefined ? [] : [{ finding: one, dismissal }];
  });
  const open = found.filter((one) => dismissalOf(one) === undefined);
  return { open: order.flatMap((severity) => open.filter((one) => one.severity === severity)), kept };
}

/** Words that documents use and the vocabulary does not, with what they should be. */
export const offVocabulary: readonly { readonly written: string; readonly right: string }[] = [
  { written: '不定项抽查', right: '不定向抽查' },
  { written: '监察对象', right: '抽查对象' },
];

function checkWording({ plan }: PlanFacts): readonly Finding[] {
  return offVocabulary.flatMap(({ written, right }) => {
    const places = plan.constraints.filter((constraint) => constraint.clause.text?.includes(written) === true);
    if (places.length === 0) return [];
    const where = [...new Set(places.map((constraint) => placeOf(constraint.clause)))].join('、');
    return [
      finding({
        id: `wording:${written}`,
        severity: 'wording',
        verdict: `${where}的「${written}」应为「${right}」`,
      }),
    ];
  });
}
