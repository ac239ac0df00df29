import type { FrequencyCapRule } from './values.ts';

/** Whom a cap is for: no sector, no grade: every one. */
interface Scope {
  readonly sectors: readonly string[];
  readonly grade: string | null;
}

/** The cap of an object's checks in a year: the first that fits its sector and grade (N-19); none: no number to enforce. */
export function capFor<Cap extends Scope>(
  { sector, grade }: { readonly sector: string; readonly grade: string },
  caps: readonly Cap[],
): Cap | undefined {
  return caps.find(
    (cap) => (cap.sectors.length === 0 || cap.sectors.includes(sector)) && (cap.grade === null || cap.grade === grade),
  );
}

const grades = ['A', 'B', 'C', 'D', 'unrated'] as const;

/** Whether no object may be checked more often under `caps` than under `bound`, whatever its sector and grade. */
export function capsWithin(caps: readonly FrequencyCapRule[], bound: readonly FrequencyCapRule[]): boolean {
  // One sector that no cap names stands for all of those.
  const sectors = new Set(['', ...[...caps, ...bound].flatMap((cap) => cap.sectors)]);
  return [...sectors].every((sector) =>
    grades.every((grade) => {
      const most = capFor({ sector, grade }, bound)?.times;
      return most === undefined || (capFor({ sector, grade }, caps)?.times ?? Number.POSITIVE_INFINITY) <= most;
    }),
  );
}
