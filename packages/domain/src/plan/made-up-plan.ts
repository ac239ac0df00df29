/** Builders for tests: a made-up bureau with three sectors, a plan that contradicts itself nowhere, and people. */
import type { Actor } from '../account/actor.ts';
import type { Role } from '../account/role.ts';
import type { BureauId, ItemId, PersonId, PlanId, PlanRowId } from '../id.ts';
import type { Clause, PolicyProfile, PolicyRules, Ratio } from '../policy/index.ts';
import type { Result } from '../result.ts';
import type { CalendarDate } from '../time.ts';
import { instantOf, parseCalendarDate } from '../time.ts';
import { addPlanRow, createPlan } from './edit.ts';
import { evolvePlan } from './evolve.ts';
import type { BaseCount, ItemFacts, PlanSurroundings } from './facts.ts';
import type { Plan, RowContent } from './plan.ts';

export const at = instantOf(Date.UTC(2030, 2, 1));

export function on(text: string): CalendarDate {
  const date = parseCalendarDate(text);
  if (date === undefined) throw new Error(`not a date: ${text}`);
  return date;
}

export function clause(place: string, text?: string): Clause {
  const known = { source: '2030年抽查工作计划', place, verified: true };
  return text === undefined ? known : { ...known, text };
}

export function policyWith(own: PolicyRules = {}): PolicyProfile {
  return {
    bureau: '演示县应急管理局',
    effectiveOn: on('2030-01-01'),
    province: {},
    own: {
      sectors: {
        value: [
          { code: 'mine', label: '矿山', short: '矿山', key: true },
          { code: 'shop', label: '门店', short: '商贸', key: false },
          { code: 'store', label: '仓库', short: '商贸', key: false },
        ],
        clause: clause('三（一）'),
      },
      'legalReview.scope': { value: ['plan'], clause: clause('八') },
      ...own,
    },
  };
}

export const baseCounts: readonly BaseCount[] = [
  { sector: 'mine', level: 'priority', count: 6 },
  { sector: 'shop', level: 'ordinary', count: 2 },
  { sector: 'store', level: 'ordinary', count: 39 },
];

export const items: readonly ItemFacts[] = [
  { id: 'item-mine' as ItemId, title: '对矿山的行政检查', published: true, sectors: ['mine'] },
  { id: 'item-trade' as ItemId, title: '对商贸企业的行政检查', published: true, sectors: ['shop', 'store'] },
];

export function surroundings(changes: Partial<PlanSurroundings> = {}): PlanSurroundings {
  return { policy: policyWith(), baseCounts, items, ...changes };
}

export function share(percent: number, changes: Partial<Ratio> = {}): Ratio {
  return {
    operator: '=',
    base: 'sector-registry',
    value: { n: percent, d: 100 },
    rounding: 'ceil',
    frequency: null,
    ...changes,
  };
}

export function mineRow(changes: Partial<RowContent> = {}): RowContent {
  return {
    name: '2030年矿山双随机抽查计划',
    selection: 'targeted',
    items: [{ itemId: 'item-mine' as ItemId, title: '对矿山的行政检查' }],
    scope: '全县矿山',
    sectors: ['mine'],
    level: 'all',
    ratio: share(100),
    rounds: 1,
    window: { from: on('2030-03-01'), to: on('2030-12-31') },
    initiator: '演示县应急管理局',
    partners: [],
    ...changes,
  };
}

export function tradeRow(changes: Partial<RowContent> = {}): RowContent {
  return mineRow({
    name: '2030年商贸企业双随机抽查计划',
    items: [{ itemId: 'item-trade' as ItemId, title: '对商贸企业的行政检查' }],
    scope: '全县商贸企业',
    sectors: ['shop', 'store'],
    ratio: share(20),
    window: { from: on('2030-04-01'), to: on('2030-06-30') },
    ...changes,
  });
}

export function person(name: string, ...roles: readonly Role[]): Actor {
  return {
    bureauId: 'bureau' as BureauId,
    personId: name as PersonId,
    name,
    roles,
    sectionId: null,
    inspectorId: null,
    reauthenticatedAt: null,
  };
}

export const clerk = person('何书', 'legalClerk');
export const chief = person('施核', 'sectionChief');
export const deputy = person('吕审', 'deputyDirector');

export const rowId = (no: number) => `row-${no}` as PlanRowId;

export function valueOf<T>(result: Result<T, { readonly code: string }>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`);
  return result.value;
}

/** A draft of 何书 with the two rows, under the given rules. */
export function draftPlan(
  rows: readonly RowContent[] = [mineRow(), tradeRow()],
  around: PlanSurroundings = surroundings(),
): Plan {
  const by = { personId: clerk.personId, name: clerk.name, at };
  const head = {
    title: '2030年度抽查计划',
    documentNo: null,
    issuedOn: on('2030-03-03'),
    addressees: '各股室',
    upstream: [],
  };
  const created = createPlan({ id: 'plan' as PlanId, year: 2030, head, by }, { ...around, years: [] });
  return rows.reduce(
    (plan, row, index) => evolvePlan(plan, valueOf(addPlanRow(plan, rowId(index + 1), row, around.policy))),
    evolvePlan(null, valueOf(created)),
  );
}
