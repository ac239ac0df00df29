import type { Size } from '@mingchou/verifier';
import type { Role } from '../account/role.ts';
import type { CalendarDate, Instant } from '../time.ts';
import type { DrawAct } from './act.ts';
import type { ExclusionPolicy } from './exclusion.ts';
import type { DrawFilter } from './filter.ts';
import type { QuotaBound } from './quota.ts';

export interface DiceSource {
  readonly kind: 'dice';
  /** Code of who controls it (mc-draw/1 §5). */
  readonly by: string;
  readonly digits: number;
}

export const lotteryGameCodes = ['ssq', 'dlt', 'pl5', '3d'] as const;
export type LotteryGame = (typeof lotteryGameCodes)[number];

/** One issue of a public lottery whose numbers are announced after the opening. */
export interface LotterySource {
  readonly kind: 'lottery';
  readonly by: 'lottery';
  /** L1, L2 … */
  readonly id: string;
  readonly game: LotteryGame;
  readonly issue: string;
  /** Who reads the announcement and types it; another person confirms. */
  readonly typist: Role;
}

/** One round of a listed drand chain, emitted after the witnesses have revealed. */
export interface DrandRoundSource {
  readonly kind: 'drand';
  readonly by: 'drand';
  readonly chain: string;
  readonly round: number;
}

export interface WitnessSource {
  readonly kind: 'witness';
  readonly by: string;
  /** W1, W2 … */
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  /** The hash the witness's own device sent; until the reveal nobody else holds the value. */
  readonly sealed: { readonly commitment: string; readonly at: Instant } | null;
}

export type RandomSource = DiceSource | LotterySource | WitnessSource | DrandRoundSource;
export const sourceKinds = ['dice', 'lottery', 'witness', 'drand'] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** One seat of a team; `needs` are qualification codes. */
export interface SeatNeeds {
  readonly needs: readonly string[];
}

/** 分层: not at all, by 行业类别, or by 信用风险分类 A to D. */
export const stratifications = ['none', 'sector', 'grade'] as const;
export type Stratification = (typeof stratifications)[number];

/** 层 — objects that are drawn by themselves, and who must go to them. */
export interface DrawStratum {
  /** Code in rules.json: `row-2`, a sector's code, `grade-A`. */
  readonly code: string;
  readonly name: string;
  readonly size: Size;
  /** 批: its drawn objects are dealt into so many visits; null: one visit an object (mc-draw/1 §7). */
  readonly batches: number | null;
  readonly seats: readonly SeatNeeds[];
}

/** 例外 — a design that departs from the approved plan or the bureau's rules: why, who asked, who allowed it. */
export interface DesignOverride {
  readonly reason: string;
  readonly requested: DrawAct;
  /** Null until a deputy director other than the applicant has approved. */
  readonly approved: DrawAct | null;
}

/** What is drawn from what; fixed when the draw is prepared, from the approved plan row and the bureau's policy. */
export interface DrawSetup {
  readonly bureauCode: string;
  readonly suite: 'sha256' | 'sm3';
  readonly year: number;
  readonly planRowNo: number;
  readonly taskName: string;
  readonly objects: string;
  readonly scope: string;
  /** Which objects of the registry make the pool (ZZ-10). */
  readonly filter: DrawFilter;
  readonly stratifiedBy: Stratification;
  readonly strata: readonly DrawStratum[];
  /** Shares that the whole sample must keep (GX-13); empty: none. */
  readonly quota: readonly QuotaBound[];
  /** 候补 of each stratum, reckoned from its sample. */
  readonly reserve: Size;
  readonly approvedBase: number;
  readonly approvedCount: number;
  readonly override: DesignOverride | null;
  /** The window in which the inspections must be done. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly exclusion: ExclusionPolicy;
  readonly operatorRole: Role;
}
