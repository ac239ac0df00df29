import type { Role } from '../account/role.ts';
import type { CalendarDate, Instant } from '../time.ts';

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

/** What is drawn from what; fixed when the draw is prepared, from the approved plan row and the bureau's policy. */
export interface DrawSetup {
  readonly bureauCode: string;
  readonly suite: 'sha256' | 'sm3';
  readonly year: number;
  readonly planRowNo: number;
  readonly taskName: string;
  readonly objects: string;
  readonly scope: string;
  readonly sectors: readonly string[];
  readonly level: 'all' | 'priority' | 'ordinary';
  readonly stratum: string;
  readonly approvedBase: number;
  readonly approvedCount: number;
  readonly reserve: number;
  readonly seats: readonly SeatNeeds[];
  /** The window in which the inspections must be done. */
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly exclusion: ExclusionPolicy;
  readonly operatorRole: Role;
}

/** Which drawn objects leave the next pool, and how many checks a year an object may get (null: no cap). */
export interface ExclusionPolicy {
  readonly drawnBefore: 'stay' | 'leaveThisRound';
  readonly frequencyCap: number | null;
}
