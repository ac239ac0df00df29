import type { ConstraintOf } from './constraint.ts';
import { constraintOf } from './constraint.ts';
import type { PlanFacts } from './facts.ts';
import { baseOf, countOf, sectorsOfPolicy, shortOf, totalsOf, visitsOf } from './facts.ts';
import type { Finding, PlanChange, Remedy } from './finding.ts';
import { finding } from './finding.ts';
import type { PlanRow, RowContent } from './plan.ts';
import { reachOf } from './reach.ts';
import { placeOf, roundsText } from './words.ts';

type Frequency = ConstraintOf<'frequency'>;

export function timesText({ operator, times }: Pick<Frequency['rule'], 'operator' | 'times'>): string {
  return operator === '>=' ? `不少于${times}次` : `${times}次`;
}

/** To whom a frequency applies, as a prefix. */
export const whomTerms = {
  all: '',
  'key-sectors': '重点行业',
  'priority-subjects': '重点企业',
  planned: '计划内',
} as const;

/** The promised frequency against 「抽过的不再列为下一轮」 and a table in which tasks occur so and so often (ZZ a). */
export function checkFrequency(facts: PlanFacts): readonly Finding[] {
  const frequency = constraintOf(facts.plan.constraints, 'frequency');
  if (frequency === undefined || facts.plan.rows.length === 0) return [];
  const reach = reachOf(facts, frequency.rule);
  if (reach.satisfied >= reach.scope) return [];
  const noRepeat = constraintOf(facts.plan.constraints, 'no-repeat');
  const { visits } = totalsOf(facts);
  const table = `${roundsText(facts.plan.rows, '抽')}，共${visits}家次；若每家${frequency.rule.times}次需${reach.needed}家次`;
  const quotes = [frequency, noRepeat].flatMap((constraint) =>
    constraint === undefined
      ? []
      : [{ place: placeOf(constraint.clause), text: constraint.clause.text ?? '', quoted: true }],
  );
  return [
    finding({
      rule: 'C-15',
      id: 'frequency-unreachable',
      verdict: '频次要求与计划表不能同时成立',
      evidence: [...quotes, { place: '计划表', text: table, quoted: false }],
      rows: facts.plan.rows.map((row) => row.id),
      remediesAre: 'choices',
      remedies: [
        ...onlyKeySectors(facts, frequency),
        oneMoreRound(facts, reach.needed),
        {
          key: 'drop-frequency',
          text: `正文删去「${timesText(frequency.rule)}」，以计划表为准`,
          does: { kind: 'change', changes: [{ kind: 'drop-constraint', key: frequency.key }] },
        },
      ],
      dismissible: false,
    }),
  ];
}

function withRounds(row: PlanRow, rounds: number): PlanChange {
  return { kind: 'row', rowId: row.id, content: { ...contentOfRow(row), rounds } };
}

/** What a person wrote into the row, without what submission and approval added. */
export function contentOfRow(row: PlanRow): RowContent {
  const { id: _id, no: _no, base: _base, approvedCount: _count, ...content } = row;
  return content;
}

function onlyKeySectors(facts: PlanFacts, frequency: Frequency): readonly Remedy[] {
  if (frequency.rule.applies !== 'all') return [];
  const key = sectorsOfPolicy(facts.policy).filter((sector) => sector.key);
  const rows = facts.plan.rows.filter(
    (row) =>
      row.sectors.every((code) => key.some((sector) => sector.code === code)) &&
      countOf(row, facts.baseCounts) >= baseOf(row, facts.baseCounts),
  );
  if (key.length === 0 || rows.length === 0) return [];
  const { times } = frequency.rule;
  const noRepeat = constraintOf(facts.plan.constraints, 'no-repeat');
  const visits = facts.plan.rows.reduce(
    (total, row) =>
      total + (rows.includes(row) ? countOf(row, facts.baseCounts) * times : visitsOf(row, facts.baseCounts)),
    0,
  );
  const words = rows.map((row) => `${shortOf(row, facts.policy)}加抽${Math.max(0, times - row.rounds)}轮`).join('、');
  const repeat = noRepeat === undefined ? '' : '，且重点行业可列入下一轮';
  return [
    {
      key: 'only-key-sectors',
      text: `「${timesText(frequency.rule)}」只用于重点行业${repeat}：${words}，全年${visits}家次`,
      does: {
        kind: 'change',
        changes: [
          { kind: 'constraint', key: frequency.key, rule: { ...frequency.rule, applies: 'key-sectors' } },
          ...(noRepeat === undefined
            ? []
            : [
                {
                  kind: 'constraint' as const,
                  key: noRepeat.key,
                  rule: { ...noRepeat.rule, exceptKeySectors: true },
                },
              ]),
          ...rows.map((row) => withRounds(row, Math.max(times, row.rounds))),
        ],
      },
    },
  ];
}

function oneMoreRound(facts: PlanFacts, needed: number): Remedy {
  const visits = facts.plan.rows.reduce((total, row) => total + countOf(row, facts.baseCounts) * (row.rounds + 1), 0);
  const short = visits * 2 < needed ? '仍远少于' : '仍少于';
  const verdict = visits < needed ? `${short}${needed}家次` : `达到${needed}家次`;
  return {
    key: 'one-more-round',
    text: `每项任务加抽1轮：全年${visits}家次，${verdict}`,
    does: { kind: 'change', changes: facts.plan.rows.map((row) => withRounds(row, row.rounds + 1)) },
  };
}
