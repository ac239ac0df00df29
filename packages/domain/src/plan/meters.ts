import type { Clause } from '../policy/index.ts';
import { percentOf, resolvePolicy, roundShare, shareText } from '../policy/index.ts';
import { timesText, whomTerms } from './check-frequency.ts';
import { jointCountOf } from './check-table.ts';
import { constraintOf } from './constraint.ts';
import type { PlanFacts } from './facts.ts';
import { countOf, keyBaseOf, registryCountOf, sectorsOfPolicy, shortOf, sum, totalsOf } from './facts.ts';
import { randomShareOf } from './random-share.ts';
import { keyLabels, reachOf } from './reach.ts';
import { budgetOf, daysOfPlan } from './workdays.ts';

/** 量尺: name, clause, value with its base, bar in percent, verdict in words. */
export interface PlanMeter {
  readonly key: string;
  readonly name: string;
  readonly clause: Clause;
  readonly value: string;
  readonly base: string;
  /** Parts of the bar in percent of it. */
  readonly segments: readonly number[];
  /** Where the target stands on the bar, in percent. */
  readonly target: number | null;
  readonly verdict: 'reached' | 'missed' | 'agrees' | 'differs' | 'fits' | 'exceeds' | null;
  readonly detail: string;
}

/** The meters above the plan table: the two that every plan has, then what this plan promises. */
export function metersOf(facts: PlanFacts): readonly PlanMeter[] {
  return [
    drawnMeter(facts),
    baseMeter(facts),
    ...coverageMeter(facts),
    ...frequencyMeter(facts),
    ...targetMeter(facts),
    ...jointMeter(facts),
    ...drawsMeter(facts),
    ...keyShareMeter(facts),
    ...randomShareMeter(facts),
    ...workdaysMeter(facts),
  ];
}

const percentOfTotal = (part: number, total: number): number => (total === 0 ? 0 : (part * 100) / total);

function drawnMeter(facts: PlanFacts): PlanMeter {
  const { count, registry } = totalsOf(facts);
  const rows = readable(
    facts.plan.rows.map((row) => ({ short: shortOf(row, facts.policy), count: countOf(row, facts.baseCounts) })),
  );
  return {
    key: 'drawn',
    name: '全年抽取',
    clause: resolvePolicy(facts.policy, 'ratio.base').clause,
    value: `${count}家`,
    base: `占名录库${registry}家的${shareText(count, registry, 1)}`,
    segments: rows.map((row) => percentOfTotal(row.count, registry)),
    target: null,
    verdict: null,
    detail: rows.map((row) => `${row.count}${row.short}`).join('＋'),
  };
}

const mostParts = 12;

/** A long plan is told by its sectors, a short one by its rows. */
function readable(rows: readonly { readonly short: string; readonly count: number }[]): typeof rows {
  if (rows.length <= mostParts) return rows;
  const bySector = new Map<string, number>();
  for (const { short, count } of rows) bySector.set(short, (bySector.get(short) ?? 0) + count);
  return [...bySector].map(([short, count]) => ({ short, count }));
}

function baseMeter(facts: PlanFacts): PlanMeter {
  const { registry } = totalsOf(facts);
  const declared = constraintOf(facts.plan.constraints, 'declared-base');
  const counts = sectorsOfPolicy(facts.policy).map((sector) => registryCountOf(sector.code, facts.baseCounts));
  const same = declared === undefined ? sum(counts) === registry : declared.rule.total === registry;
  return {
    key: 'base',
    name: '底数合计',
    clause: declared?.clause ?? resolvePolicy(facts.policy, 'sectors').clause,
    value: `${declared?.rule.total ?? registry}家`,
    base: same ? '与名录库一致' : `名录库${registry}家`,
    segments: counts.map((count) => percentOfTotal(count, registry)),
    target: null,
    verdict: same ? 'agrees' : 'differs',
    detail: `${counts.join('＋')}＝${sum(counts)}`,
  };
}

function coverageMeter(facts: PlanFacts): readonly PlanMeter[] {
  const coverage = constraintOf(facts.plan.constraints, 'key-coverage');
  if (coverage === undefined) return [];
  const reach = reachOf(facts, { kind: 'frequency', applies: coverage.rule.of, operator: '>=', times: 1 });
  const reached = reach.satisfied >= reach.scope;
  return [
    {
      key: 'key-coverage',
      name: `${whomTerms[coverage.rule.of]}全覆盖`,
      clause: coverage.clause,
      value: `${reach.satisfied}/${reach.scope}家`,
      base: keyLabels(facts, coverage.rule.of),
      segments: [percentOfTotal(reach.satisfied, reach.scope)],
      target: 100,
      verdict: reached ? 'reached' : 'missed',
      detail: reached ? '抽取用来排检查次序' : '还有企业可能一次也抽不到',
    },
  ];
}

function frequencyMeter(facts: PlanFacts): readonly PlanMeter[] {
  const frequency = constraintOf(facts.plan.constraints, 'frequency');
  if (frequency === undefined) return [];
  const reach = reachOf(facts, frequency.rule);
  const reached = reach.satisfied >= reach.scope;
  // What the plan itself takes in is drawn once by the very plan: nothing to measure.
  if (frequency.rule.applies === 'planned' && reached) return [];
  const whom = whomTerms[frequency.rule.applies];
  return [
    {
      key: 'frequency',
      name: `${whom}每家${whom === '' ? '全年' : ''}${timesText(frequency.rule)}`,
      clause: frequency.clause,
      value: `${reach.satisfied}/${reach.scope}家`,
      base: `现稿最多${reach.most}次`,
      segments: [percentOfTotal(reach.satisfied, reach.scope)],
      target: 100,
      verdict: reached ? 'reached' : 'missed',
      detail: reached ? `共${reach.needed}家次` : contradictionWords(facts),
    },
  ];
}

function contradictionWords({ plan }: PlanFacts): string {
  const noRepeat = constraintOf(plan.constraints, 'no-repeat');
  if (noRepeat === undefined) return '与计划表矛盾';
  return `与正文${noRepeat.clause.place.replace(/（.*$/, '')}、计划表矛盾`;
}

function targetMeter(facts: PlanFacts): readonly PlanMeter[] {
  const targets = facts.plan.constraints.flatMap((constraint) =>
    constraint.rule.kind === 'target-count' ? [{ clause: constraint.clause, rule: constraint.rule }] : [],
  );
  const [first] = targets;
  if (first === undefined) return [];
  const wanted = sum(targets.map((target) => target.rule.count));
  const { count } = totalsOf(facts);
  return [
    {
      key: 'target',
      name: first.rule.label,
      clause: first.clause,
      value: `${count}/${wanted}家`,
      base: targets.map((target) => `${target.rule.label}${target.rule.count}家`).join('＋'),
      segments: [Math.min(100, percentOfTotal(count, wanted))],
      target: 100,
      verdict: count === wanted ? 'agrees' : 'differs',
      detail: count === wanted ? '计划表合计与正文相同' : `计划表合计${count}家`,
    },
  ];
}

function jointMeter(facts: PlanFacts): readonly PlanMeter[] {
  const joint = constraintOf(facts.plan.constraints, 'joint-share');
  if (joint === undefined) return [];
  const { count } = totalsOf(facts);
  const jointly = jointCountOf(facts);
  const wanted = roundShare(count, joint.rule.share, 'ceil');
  return [
    {
      key: 'joint',
      name: '部门联合抽查',
      clause: joint.clause,
      value: `${jointly}/${count}家`,
      base: shareText(jointly, count, 1),
      segments: [percentOfTotal(jointly, count)],
      target: percentOfTotal(joint.rule.share.n, joint.rule.share.d),
      verdict: jointly >= wanted ? 'reached' : 'missed',
      detail: `按比例${wanted}家`,
    },
  ];
}

function drawsMeter(facts: PlanFacts): readonly PlanMeter[] {
  const draws = constraintOf(facts.plan.constraints, 'draws-per-year');
  if (draws === undefined) return [];
  const planned = sum(facts.plan.rows.map((row) => row.rounds));
  return [
    {
      key: 'draws',
      name: `全年随机抽查${timesText(draws.rule)}`,
      clause: draws.clause,
      value: `${planned}/${draws.rule.times}次`,
      base: `${facts.plan.rows.length}项任务`,
      segments: [Math.min(100, percentOfTotal(planned, draws.rule.times))],
      target: 100,
      verdict: planned >= draws.rule.times ? 'reached' : 'missed',
      detail: '每轮是一次抽取',
    },
  ];
}

/** 每次抽取的重点企业不低于50%: the row that comes closest to failing. */
function keyShareMeter(facts: PlanFacts): readonly PlanMeter[] {
  const key = constraintOf(facts.plan.constraints, 'key-share');
  if (key === undefined || facts.plan.rows.length === 0) return [];
  const rows = facts.plan.rows.map((row) => {
    const count = countOf(row, facts.baseCounts);
    const most = Math.min(count, keyBaseOf(row, facts));
    return { no: row.no, count, most, short: most < roundShare(count, key.rule.share, 'ceil') };
  });
  const short = rows.filter((row) => row.short);
  return [
    {
      key: 'key-share',
      name: '每次抽取的重点企业',
      clause: key.clause,
      value: `${rows.length - short.length}/${rows.length}项`,
      base: `每项不低于${percentOf(key.rule.share)}`,
      segments: [percentOfTotal(rows.length - short.length, rows.length)],
      target: 100,
      verdict: short.length === 0 ? 'reached' : 'missed',
      detail:
        short.length === 0
          ? '各项任务的重点企业都够抽'
          : short.map(({ no, most, count }) => `任务${no}只有${most}家可算重点，要抽${count}家`).join('；'),
    },
  ];
}

function randomShareMeter(facts: PlanFacts): readonly PlanMeter[] {
  const share = randomShareOf(facts);
  if (share === undefined) return [];
  const { clause, random, count, wanted, promise } = share;
  return [
    {
      key: 'random-share',
      name: '随机抽查占计划',
      clause,
      value: `${random}/${count}家`,
      base: shareText(random, count, 1),
      segments: [percentOfTotal(random, count)],
      target: percentOfTotal(promise.n, promise.d),
      verdict: random >= wanted ? 'reached' : 'missed',
      detail: `不低于${percentOf(promise)}，即${wanted}家`,
    },
  ];
}

/** 监督检查工作日: what the rows take at the average cost of a visit, of what the approved budget gives (LS-11). */
function workdaysMeter(facts: PlanFacts): readonly PlanMeter[] {
  const budget = budgetOf(facts);
  if (budget === undefined) return [];
  const used = daysOfPlan(facts);
  const left = Math.round((budget.supervision - used) * 10) / 10;
  return [
    {
      key: 'workdays',
      name: '监督检查工作日',
      clause: budget.clause,
      value: `${used}/${budget.supervision}日`,
      base: shareText(Math.round(used), budget.supervision, 1),
      segments: [Math.min(100, percentOfTotal(used, budget.supervision))],
      target: 100,
      verdict: left < 0 ? 'exceeds' : 'fits',
      detail: left < 0 ? `多${-left}日` : `留${left}日给整改复查`,
    },
  ];
}
