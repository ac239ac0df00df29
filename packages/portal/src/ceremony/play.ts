import type { CeremonyStratum } from '@mingchou/contract';

/** How the picture of one stratum stands. Nothing is decided here: it unfolds a result that is already fixed. */
export type Phase = 'roster' | 'sorted' | 'cut-off' | 'filled';

export interface Frame {
  /** Which stratum, from 0. */
  readonly stratum: number;
  readonly phase: Phase;
  /** How many names stand in the list. */
  readonly names: number;
}

const phases: readonly Phase[] = ['roster', 'sorted', 'cut-off', 'filled'];
// A stratum drawn whole has no cut-off: all go, the lots only say in which order.
const phasesOfWhole: readonly Phase[] = ['roster', 'sorted', 'filled'];
const pauses: Readonly<Record<Phase, number>> = { roster: 1200, sorted: 2200, 'cut-off': 1000, filled: 700 };
const betweenStrata = 3000;

export function isWhole({ eligible, size }: CeremonyStratum): boolean {
  return size >= eligible;
}

export function selectedOf({ lots }: CeremonyStratum) {
  return lots.filter(({ outcome }) => outcome === 'selected');
}

/** The frames of all strata, one after another; the last of them is the whole result of the last stratum. */
export function framesOf(strata: readonly CeremonyStratum[]): readonly Frame[] {
  return strata.flatMap((one, stratum) => {
    const names = selectedOf(one).length;
    const before = (isWhole(one) ? phasesOfWhole : phases).map((phase) => ({ stratum, phase, names: 0 }));
    const listed = Array.from({ length: names }, (_, at) => ({ stratum, phase: 'filled' as const, names: at + 1 }));
    return [...before, ...listed];
  });
}

/** How long a frame stands before the next, in milliseconds. A long list takes about twelve seconds, not minutes. */
export function pauseAfter(frames: readonly Frame[], at: number): number {
  const [frame, next] = [frames[at], frames[at + 1]];
  if (frame === undefined || next === undefined) return 0;
  if (next.stratum !== frame.stratum) return betweenStrata;
  if (frame.names === 0) return pauses[frame.phase];
  const names = frames.filter(({ stratum }) => stratum === frame.stratum).at(-1)?.names ?? 1;
  return Math.max(60, Math.min(600, 12_000 / names));
}

/** Within so long after 开签 whoever opens the page sees it unfold; later, the end at once. */
const fresh = 10_000;

export function playsFromStart(now: string, drawnAt: string): boolean {
  return Date.parse(now) - Date.parse(drawnAt) < fresh;
}
