import type { Role } from '../account/role.ts';
import type { CalendarDate, Instant } from '../time.ts';

export interface DiceSource {
  readonly kind: 'dice';
  /** Code of who controls it (mc-draw/1 §5). */
  readonly by: string;
  readonly digits: number;
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

export type RandomSource = DiceSource | WitnessSource;

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
