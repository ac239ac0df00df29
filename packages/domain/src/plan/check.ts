import { checkBases } from './check-bases.ts';
import { checkFrequency } from './check-frequency.ts';
import { checkRows } from './check-rows.ts';
import { checkTable } from './check-table.ts';
import { checkWords } from './check-words.ts';
import { checkWorkdays } from './check-workdays.ts';
import { checkRandomShare } from './random-share.ts';
import { restrictedIn } from './document/rules-restricted.ts';
import { offVocabulary } from './document/rules-word.ts';
import type { PlanFacts } from './facts.ts';
import type { Finding } from './finding.ts';
import { finding, sayingOf } from './finding.ts';
import type { Dismissal } from './plan.ts';
import { placeOf, rowName } from './words.ts';

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

/** 核对结果 — every rule over the plan's structured facts, and those that read words over the words it has. */
export function checkPlan(facts: PlanFacts): PlanCheck {
  const structured = [
    ...checkFrequency(facts),
    ...checkRows(facts),
    ...checkTable(facts),
    ...checkBases(facts),
    ...checkWorkdays(facts),
    ...checkRandomShare(facts),
    ...checkRestricted(facts),
    ...checkWording(facts),
  ];
  const found = [...structured, ...checkWords(facts, structured)];
  const kept = found.flatMap((one) => {
    const dismissal = dismissalOf(facts, one);
    return dismissal === undefined ? [] : [{ finding: one, dismissal }];
  });
  const open = found.filter((one) => dismissalOf(facts, one) === undefined);
  return { open: order.flatMap((severity) => open.filter((one) => one.severity === severity)), kept };
}

/** The reason for which a finding stands; it no longer holds once the finding says something else. */
function dismissalOf({ plan }: PlanFacts, one: Finding): Dismissal | undefined {
  if (!one.dismissible) return undefined;
  return plan.dismissals.find(
    (dismissal) =>
      dismissal.finding === one.id && (dismissal.saying === undefined || dismissal.saying === sayingOf(one)),
  );
}

/** What the text says in words that it should not: 监察对象 is the registry's 抽查对象. */
const words = [...offVocabulary, { written: '监察对象', right: '抽查对象' }];

/** What has been restricted since 2024, in the text's words and in published items; others are no items at all (N-18). */
function checkRestricted({ plan, items }: PlanFacts): readonly Finding[] {
  const published = items.filter((item) => item.published).map((item) => item.id);
  const clauses = plan.constraints.map(({ clause }) => ({ place: placeOf(clause), text: clause.text ?? '' }));
  const rows = plan.rows.flatMap((row) =>
    [
      row.name,
      ...row.items.flatMap((item) => (item.itemId !== null && published.includes(item.itemId) ? [item.title] : [])),
    ].map((text) => ({ place: rowName(row), text })),
  );
  return restrictedIn([...clauses, ...rows]).map(({ rule, about, verdict, detail, places, mends }) =>
    finding({
      rule,
      mends,
      id: `restricted:${about}`,
      verdict,
      detail,
      evidence: places.map(({ place, text }) => ({ place, text, quoted: true })),
      rows: plan.rows.filter((row) => places.some(({ place }) => place === rowName(row))).map((row) => row.id),
    }),
  );
}

function checkWording({ plan }: PlanFacts): readonly Finding[] {
  return words.flatMap(({ written, right }) => {
    const places = plan.constraints.filter((constraint) => constraint.clause.text?.includes(written) === true);
    if (places.length === 0) return [];
    const where = [...new Set(places.map((constraint) => placeOf(constraint.clause)))].join('、');
    return [
      finding({
        rule: written === '监察对象' ? 'C-31' : 'C-32',
        id: `wording:${written}`,
        verdict: `${where}的「${written}」应为「${right}」`,
        mends: [`改为「${right}」`],
      }),
    ];
  });
}
