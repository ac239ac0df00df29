import type { DrawId, TaskId } from '../id.ts';
import type { Instant } from '../time.ts';
import type { DrawAct } from './act.ts';
import type { Amended } from './amendment.ts';
import type { PreDrawCheck } from './checks.ts';
import type { DrawRound, ExclusionReason } from './exclusion.ts';
import type { ExclusionOverride } from './exclusion.ts';
import type { DiceSource, DrandRoundSource, DrawSetup, LotterySource, RandomSource, WitnessSource } from './setup.ts';
import type { StratumFigures } from './stratum.ts';

export interface RosterFigures {
  readonly pool: number;
  readonly eligible: number;
  readonly excluded: readonly { readonly reason: ExclusionReason; readonly count: number }[];
  readonly inspectors: number;
  readonly conflicts: number;
  /** In the order of the setup's strata. */
  readonly strata: readonly StratumFigures[];
}

export interface Dice {
  readonly digits: string;
  readonly typed: DrawAct;
  readonly confirmed: DrawAct | null;
}

/** 开奖号码 as typed from the announcement, in the writing of mc-draw/1 §5. */
export interface LotteryNumbers {
  /** L1, L2 … */
  readonly lottery: string;
  readonly numbers: string;
  readonly typed: DrawAct;
  readonly confirmed: DrawAct | null;
}

/** The signature of the announced drand round, verified before it was taken. */
export interface DrandRound {
  readonly signature: string;
  readonly at: Instant;
  /** Who pasted it; null when the server fetched it. */
  readonly pasted: DrawAct | null;
}

/** A witness's value, as revealed from the witness's own browser. */
export interface Reveal {
  readonly witness: string;
  readonly value: string;
  readonly at: Instant;
}

export interface DrawResult {
  readonly seed: string;
  readonly sampleKey: string;
  /** h of the result entry in the public log. */
  readonly hash: string;
  readonly selected: number;
  readonly reserves: number;
  readonly vacantSeats: number;
  /** Of a sealed draw: 16 bytes as hex, without which h cannot be tried out; published at the unsealing (mc-draw/1 §4). */
  readonly salt?: string;
  /** Whether PostgreSQL computed the same tickets and places by plain SQL; it has no SM3. Absent in draws of before. */
  readonly sqlTickets?: 'agreed' | 'not-checked';
}

export const voidReasons = ['witness-silent', 'roster-wrong', 'dice-disputed', 'equipment-failed', 'other'] as const;
export type VoidReason = (typeof voidReasons)[number];

export interface VoidRequest {
  readonly reason: VoidReason;
  readonly text: string;
  readonly applicant: DrawAct;
}

/** 封存抽签 — who was drawn stays closed until the inspections are over, because they are unannounced (mc-draw/1 §4). */
export interface Sealing {
  readonly reason: string;
}

/** 开封 */
export interface Unsealing {
  readonly act: DrawAct;
  /** Why before the last visit was over; null when it was. */
  readonly early: string | null;
}

interface Prepared {
  readonly id: DrawId;
  readonly taskId: TaskId;
  readonly drawNo: number;
  /** C of the void draw that this one replaces. */
  readonly replaces: string | null;
  /** The round it belongs to; absent where the bureau keeps none. */
  readonly round?: DrawRound | null;
  readonly setup: DrawSetup;
  readonly sources: readonly RandomSource[];
  /** No random number is thrown before this moment. */
  readonly openAt: Instant;
  readonly prepared: DrawAct;
  readonly voidRequest: VoidRequest | null;
  /** What was asked for otherwise than the exclusion rules say; fixed by the freeze. */
  readonly overrides?: readonly ExclusionOverride[];
  /** Left out in an open draw. */
  readonly sealing?: Sealing;
}

interface Frozen extends Prepared {
  readonly figures: RosterFigures;
  readonly checks: readonly PreDrawCheck[];
  readonly frozen: DrawAct;
}

interface Committed extends Frozen {
  readonly commitment: { readonly c: string; readonly logIndex: number; readonly act: DrawAct };
}

interface Collecting extends Committed {
  /** Null until typed, and in a draw without dice. */
  readonly dice: Dice | null;
  readonly reveals: readonly Reveal[];
  readonly lotteries?: readonly LotteryNumbers[];
  readonly drand?: DrandRound;
}

interface Drawn extends Collecting, Amended {
  readonly result: DrawResult;
  readonly drawn: DrawAct;
  readonly unsealed?: Unsealing;
}

export type PreparingDraw = Prepared & { readonly status: 'preparing' };
export type FrozenDraw = Frozen & { readonly status: 'frozen' };
export type CommittedDraw = Committed & { readonly status: 'committed' };
export type CollectingDraw = Collecting & { readonly status: 'collecting' };
export type DrawnDraw = Drawn & { readonly status: 'drawn' };
export type DispatchedDraw = Drawn & { readonly status: 'dispatched'; readonly dispatched: DrawAct };
export type LiveDraw = PreparingDraw | FrozenDraw | CommittedDraw | CollectingDraw | DrawnDraw | DispatchedDraw;

/** 已作废 — the whole earlier record stays inside. */
export interface VoidedDraw {
  readonly status: 'voided';
  readonly was: LiveDraw;
  readonly voided: VoidRequest & { readonly approver: DrawAct };
}

/** 抽签 — one draw, from its preparation to the dispatch of its task. */
export type Draw = LiveDraw | VoidedDraw;
export type DrawStatus = Draw['status'];

/** The draw as it stood, whether void or not. */
export function recordOf(draw: Draw): LiveDraw {
  return draw.status === 'voided' ? draw.was : draw;
}

export function diceOf(draw: LiveDraw): DiceSource | undefined {
  return draw.sources.find((source) => source.kind === 'dice');
}

export function lotteriesOf(draw: LiveDraw): readonly LotterySource[] {
  return draw.sources.filter((source) => source.kind === 'lottery');
}

export function drandOf(draw: LiveDraw): DrandRoundSource | undefined {
  return draw.sources.find((source) => source.kind === 'drand');
}

export function witnessesOf(draw: LiveDraw): readonly WitnessSource[] {
  return draw.sources.filter((source) => source.kind === 'witness');
}
