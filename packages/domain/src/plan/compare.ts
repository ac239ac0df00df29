import type { DayCount } from '../calendar/index.ts';
import type { Clause, Fraction, KeyScope } from '../policy/index.ts';
import { percentOf, resolvePolicy, roundShare } from '../policy/index.ts';
import { timesText, whomTerms } from './check-frequency.ts';
import { jointCountOf } from './check-table.ts';
import type { ConstraintRule, PlanConstraint } from './constraint.ts';
import type { PlanFacts } from './facts.ts';
import { countOf, keyBaseOf, registryCountOf, sum, totalsOf } from './facts.ts';
import { keyLabels, reachOf } from './reach.ts';
import { roundsText } from './words.ts';

/** One line of 正文与计划表对照. `same-as-above`: part of the contradiction that the line before names. */
export interface Comparison {
  readonly key: string;
  readonly clause: Clause;
  readonly says: string;
  readonly table: string;
  readonly verdict: 'agrees' | 'contradicts' | 'same-as-above';
}

export function daysText({ n, unit }: DayCount): string {
  return unit === 'workday' ? `${n}个工作日` : `${n}日（自然日）`;
}

/** Holds each constraint of the plan's text against its table. What the text merely permits is not a constraint. */
export function compareConstraints(facts: PlanFacts): readonly Comparison[] {
  const lines: Comparison[] = [];
  for (const constraint of facts.plan.constraints) {
    const line = compareOne(facts, constraint, lines);
    if (line !== null) lines.push({ key: constraint.key, clause: constraint.clause, ...line });
  }
  return lines;
}

type Line = Pick<Comparison, 'says' | 'table' | 'verdict'>;

function compareOne(facts: PlanFacts, { rule }: PlanConstraint, before: readonly Comparison[]): Line | null {
  switch (rule.kind) {
    case 'declared-base':
      return declaredLine(facts, rule);
    case 'min-inspectors':
      return inspectorsLine(facts, rule.count);
    case 'key-coverage':
      return coverageLine(facts, rule.of);
    case 'frequency':
      return frequencyLine(facts, rule);
    case 'no-repeat':
      return noRepeatLine(facts, rule, before);
    case 'disclosure-deadline':
      return disclosureLine(facts, rule.length);
    case 'target-count':
      return targetLine(facts, rule.label, rule.count);
    case 'joint-share':
      return jointLine(facts, percentOf(rule.share), rule.share.n / rule.share.d);
    case 'draws-per-year': {
      const planned = sum(facts.plan.rows.map((row) => row.rounds));
      return {
        says: `全年随机抽查不少于${rule.times}次`,
        table: `计划表共${planned}轮`,
        verdict: planned >= rule.times ? 'agrees' : 'contradicts',
      };
    }
    case 'own-tasks-until':
      return untilLine(facts, rule.month, rule.day);
    case 'key-share':
      return keyShareLine(facts, rule.share);
    case 'selection-kinds':
      return null;
  }
}

function declaredLine(facts: PlanFacts, rule: Extract<ConstraintRule, { kind: 'declared-base' }>): Line {
  const { registry } = totalsOf(facts);
  const same =
    registry === rule.total &&
    sum(rule.sectors.map((sector) => sector.count)) === rule.total &&
    rule.sectors.every((sector) => registryCountOf(sector.sector, facts.baseCounts) === sector.count);
  return {
    says: `名录库${rule.total}家，分${rule.sectors.length}类`,
    table: same ? `名录库${registry}家，${rule.sectors.length}类家数相同` : `名录库现有${registry}家，家数不同`,
    verdict: same ? 'agrees' : 'contradicts',
  };
}

function inspectorsLine({ policy }: PlanFacts, count: number): Line {
  const least = resolvePolicy(policy, 'team.minInspectors').value;
  const seats = Math.max(least, count);
  return {
    says: `每次至少${count}名执法人员`,
    table: `每户${seats}个席位，低于${seats}名系统不派发`,
    verdict: count >= least ? 'agrees' : 'contradicts',
  };
}

function coverageLine(facts: PlanFacts, scope: KeyScope): Line {
  const reach = reachOf(facts, { kind: 'frequency', applies: scope, operator: '>=', times: 1 });
  const names = keyLabels(facts, scope);
  const all = reach.satisfied >= reach.scope;
  return {
    says: `${whomTerms[scope]}全覆盖`,
    table: all ? `${names}${reach.scope}家全部列入` : `${names}${reach.scope}家，必查${reach.satisfied}家`,
    verdict: all ? 'agrees' : 'contradicts',
  };
}

function frequencyLine(facts: PlanFacts, rule: Extract<ConstraintRule, { kind: 'frequency' }>): Line {
  const reach = reachOf(facts, rule);
  const whom = whomTerms[rule.applies];
  return {
    says: `${whom}全年一般${timesText(rule)}`,
    table: `${roundsText(facts.plan.rows, '')}，${whom}每家最多${reach.most}次`,
    verdict: reach.satisfied >= reach.scope ? 'agrees' : 'contradicts',
  };
}

function noRepeatLine(
  facts: PlanFacts,
  rule: Extract<ConstraintRule, { kind: 'no-repeat' }>,
  before: readonly Comparison[],
): Line {
  const second = facts.plan.rows.some((row) => row.rounds > 1);
  const broken = before.at(-1);
  const contradicted = broken?.key.startsWith('frequency') === true && broken.verdict === 'contradicts';
  const table = second ? '有第二轮' : '没有第二轮';
  if (contradicted) return { says: '抽过的不再列为下一轮', table, verdict: 'same-as-above' };
  return {
    says: rule.exceptKeySectors ? '抽过的不再列为下一轮，重点行业除外' : '抽过的不再列为下一轮',
    table: second ? '第二轮只抽没有抽过的和除外的' : table,
    verdict: 'agrees',
  };
}

function disclosureLine({ policy }: PlanFacts, length: DayCount): Line {
  const start = resolvePolicy(policy, 'disclosure.normal.startEvent').value;
  const deadline = resolvePolicy(policy, 'disclosure.normal.deadline').value;
  const event = {
    'inspection-finished': '检查结束',
    'result-produced': '检查结果产生',
    'information-formed': '信息形成',
  };
  return {
    says: `抽查结束后${daysText(length)}内公示`,
    table: `期限规则：${event[start]}次日起算${daysText(deadline)}`,
    verdict: deadline.n === length.n && deadline.unit === length.unit ? 'agrees' : 'contradicts',
  };
}

function targetLine(facts: PlanFacts, label: string, own: number): Line {
  const wanted = facts.plan.constraints.flatMap(({ rule }) => (rule.kind === 'target-count' ? [rule.count] : []));
  const { count } = totalsOf(facts);
  const written = wanted.length > 1 ? `正文${wanted.join('＋')}＝${sum(wanted)}家，` : '';
  return {
    says: `${label}${own}家`,
    table: `${written}计划表合计${count}家`,
    verdict: sum(wanted) === count ? 'agrees' : 'contradicts',
  };
}

function jointLine(facts: PlanFacts, percent: string, share: number): Line {
  const { count } = totalsOf(facts);
  const jointly = jointCountOf(facts);
  return {
    says: `联合抽查的对象占总数${percent}`,
    table: `联合${jointly}家，总数${count}家`,
    verdict: jointly >= count * share ? 'agrees' : 'contradicts',
  };
}

function keyShareLine(facts: PlanFacts, share: Fraction): Line {
  const short = facts.plan.rows.filter(
    (row) => keyBaseOf(row, facts) < roundShare(countOf(row, facts.baseCounts), share, 'ceil'),
  );
  return {
    says: `每次抽取重点企业不低于${percentOf(share)}`,
    table: short.length === 0 ? '各项任务的重点企业都够抽' : `${short.length}项任务的重点企业不够抽`,
    verdict: short.length === 0 ? 'agrees' : 'contradicts',
  };
}

function untilLine({ plan }: PlanFacts, month: number, day: number): Line {
  const last = `${plan.year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const late = plan.rows.filter((row) => row.window.to > last).length;
  return {
    says: `本级任务最晚${month}月${day}日完成`,
    table: late === 0 ? '各项任务都在期限内' : `${late}项任务晚于期限`,
    verdict: late === 0 ? 'agrees' : 'contradicts',
  };
}
