import type { SubjectId } from '../id.ts';
import type { ExclusionPolicy, RosterEntry } from './exclusion.ts';
import type { DrawRefusal } from './refusal.ts';

/** An object that another draw, frozen and not yet drawn, may still select. */
export interface PendingEntry {
  readonly drawNo: number;
  readonly subjectId: SubjectId;
  readonly sameRound: boolean;
  readonly sameYear: boolean;
}

/**
 * Two pools that are frozen side by side know nothing of each other's result: an object in both could be drawn twice
 * although the rule says once. Where the bureau has such a rule, the second pool waits for the first draw.
 */
export function refuseShared(
  pool: readonly RosterEntry[],
  pending: readonly PendingEntry[],
  policy: ExclusionPolicy,
): DrawRefusal | undefined {
  const eligible = new Set(pool.filter(({ exclusion }) => exclusion === null).map(({ subjectId }) => subjectId));
  const shared = pending.filter(
    (entry) =>
      eligible.has(entry.subjectId) &&
      (policy.openTask === 'leave' ||
        (policy.drawnBefore === 'leaveThisRound' && entry.sameRound) ||
        (policy.drawnBefore === 'leaveThisYear' && entry.sameYear)),
  );
  const [first] = shared;
  if (first === undefined) return undefined;
  const subjects = new Set(shared.filter(({ drawNo }) => drawNo === first.drawNo).map(({ subjectId }) => subjectId));
  return { code: 'pool-also-frozen', drawNo: first.drawNo, subjects: subjects.size };
}
