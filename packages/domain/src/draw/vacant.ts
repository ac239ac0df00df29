import type { Draw } from './state.ts';

/**
 * How many seats nobody could take by lot, in the draw or after a recusal, and for which the leader has named nobody:
 * the team must not go out before (mc-draw/1 §8). A visit whose object left without a substitute needs nobody.
 */
export function seatsUndecided(draw: Draw): number {
  if (draw.status !== 'drawn' && draw.status !== 'dispatched') return 0;
  const lines = (draw.amendments ?? []).flatMap((amendment) => amendment.lines);
  const gone = new Set(
    lines.flatMap((line) => (line.kind === 'substitution' && line.joined === null ? [line.left.code] : [])),
  );
  const vacated = lines.filter((line) => line.kind === 'recusal' && line.joined === null && !gone.has(line.visit));
  const latest = new Map(
    (draw.seatDecisions ?? []).map(({ visit, seat, appointed }) => [`${visit} ${seat}`, { visit, appointed }]),
  );
  // 领导收回指定 leaves the seat as vacant as before.
  const filled = [...latest.values()].filter(({ visit, appointed }) => appointed !== null && !gone.has(visit));
  return Math.max(0, draw.result.vacantSeats + vacated.length - filled.length);
}
