import type { Size } from '@mingchou/verifier';
import type { CalendarDate } from '../time.ts';
import type { DrawFilter, DrawGrade } from './filter.ts';
import { drawGradeTitles, drawGrades } from './filter.ts';
import type { DrawPolicy } from './policy.ts';
import type { QuotaBound } from './quota.ts';
import type { DesignOverride, DrawSetup, DrawStratum, SeatNeeds, Stratification } from './setup.ts';
import { gradeStratum } from './stratum.ts';

/** What the designer of a draw decides of one stratum. */
export interface StratumDesign {
  readonly code: string;
  readonly size: Size;
  readonly batches: number | null;
}

/** 抽签设计 — what a person decides within the approved plan row and the bureau's policy. */
export interface DrawDesign {
  readonly filter: DrawFilter;
  readonly stratifiedBy: Stratification;
  readonly strata: readonly StratumDesign[];
  readonly quota: readonly QuotaBound[];
  readonly reserve: Size;
}

/** What the approved plan row orders. */
export interface DesignOrder {
  readonly year: number;
  readonly rowNo: number;
  readonly name: string;
  readonly objects: string;
  readonly scope: string;
  readonly selection: DrawFilter['selection'];
  readonly sectors: readonly string[];
  readonly level: DrawFilter['level'];
  readonly approvedBase: number;
  readonly approvedCount: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Code of the only stratum of a draw that is not stratified. */
export function wholeStratum(order: Pick<DesignOrder, 'rowNo'>): string {
  return `row-${order.rowNo}`;
}

/** The draw as the plan row orders it: all its objects in one stratum, the approved number, the policy's share and reserve. */
export function plainDesign(order: DesignOrder, policy: DrawPolicy): DrawDesign {
  const { selection, sectors, level, approvedCount } = order;
  return {
    filter: { selection, sectors, level, grades: [], regions: [], sections: [], words: [] },
    stratifiedBy: 'none',
    strata: [{ code: wholeStratum(order), size: { count: approvedCount }, batches: null }],
    quota: policy.keyShare === null ? [] : [policy.keyShare.value],
    reserve: policy.reserve,
  };
}

/** The codes of the strata that a stratification makes of a filter, in the order of the policy and of the grades. */
export function strataCodes(by: Stratification, filter: DrawFilter, order: Pick<DesignOrder, 'rowNo'>): string[] {
  switch (by) {
    case 'none':
      return [wholeStratum(order)];
    case 'sector':
      return [...filter.sectors];
    case 'grade':
      return (filter.grades.length === 0 ? drawGrades : filter.grades).map(gradeStratum);
  }
}

/** The setup of a draw: order, policy and design together. */
export function setupOf(
  given: {
    readonly order: DesignOrder;
    readonly bureauCode: string;
    readonly policy: DrawPolicy;
    readonly override?: DesignOverride | null;
  },
  design: DrawDesign,
): DrawSetup {
  const { order, policy } = given;
  return {
    bureauCode: given.bureauCode,
    suite: 'sha256',
    year: order.year,
    planRowNo: order.rowNo,
    taskName: order.name,
    objects: order.objects,
    scope: order.scope,
    filter: design.filter,
    stratifiedBy: design.stratifiedBy,
    strata: design.strata.map((stratum) => stratumOf(stratum, design, order, policy)),
    quota: design.quota,
    reserve: design.reserve,
    approvedBase: order.approvedBase,
    approvedCount: order.approvedCount,
    override: given.override ?? null,
    from: order.from,
    to: order.to,
    exclusion: policy.exclusion,
    operatorRole: policy.operatorRole,
  };
}

function stratumOf(
  { code, size, batches }: StratumDesign,
  { filter, stratifiedBy }: DrawDesign,
  order: DesignOrder,
  policy: DrawPolicy,
): DrawStratum {
  const sectors = stratifiedBy === 'sector' ? [code] : filter.sectors;
  return { code, name: nameOf(code, stratifiedBy, order, policy), size, batches, seats: teamFor(sectors, policy) };
}

function nameOf(code: string, by: Stratification, order: DesignOrder, policy: DrawPolicy): string {
  if (by === 'none') return order.objects;
  if (by === 'sector') return policy.sectors.find((sector) => sector.code === code)?.label ?? code;
  const grade = drawGrades.find((one: DrawGrade) => gradeStratum(one) === code);
  return grade === undefined ? code : drawGradeTitles[grade];
}

/** The first seat needs every sector of the stratum, the others none: 其中1名具备资格. */
function teamFor(sectors: readonly string[], policy: DrawPolicy): SeatNeeds[] {
  const others = Array.from({ length: Math.max(0, policy.seats - 1) }, () => ({ needs: [] }));
  return [{ needs: sectors }, ...others];
}

/** The design that a setup was made of. */
export function designOf(setup: DrawSetup): DrawDesign {
  const { filter, stratifiedBy, strata, quota, reserve } = setup;
  return {
    ...{ filter, stratifiedBy, quota, reserve },
    strata: strata.map(({ code, size, batches }) => ({ code, size, batches })),
  };
}
