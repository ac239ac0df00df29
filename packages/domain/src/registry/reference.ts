import type { CalendarDate } from '../time.ts';

/** National code tables: GB/T 2260 行政区划代码 and GB/T 4754 国民经济行业分类. */
export const referenceLists = ['region', 'industry'] as const;
export type ReferenceListName = (typeof referenceLists)[number];
export const referenceTitles: Readonly<Record<ReferenceListName, string>> = {
  region: '行政区划代码',
  industry: '国民经济行业代码',
};

/** One code with its days of validity. An abolished code stays: old records and papers still name it. */
export interface ReferenceCode {
  readonly code: string;
  readonly name: string;
  /** First day of validity; null where it is not known. */
  readonly from: CalendarDate | null;
  /** Last day of validity; null while it stands. */
  readonly to: CalendarDate | null;
  /** What it became. */
  readonly successor: string | null;
  /** The paper it was taken from. */
  readonly source: string;
}

/** What a code means on a day. */
export type CodeJudgement =
  | { readonly verdict: 'valid'; readonly name: string }
  | { readonly verdict: 'not-yet'; readonly name: string; readonly from: CalendarDate }
  | {
      readonly verdict: 'abolished';
      readonly name: string;
      readonly to: CalendarDate;
      readonly successor: string | null;
    }
  /** Not in the table; the tables shipped are a part only, so this says nothing against the code. */
  | { readonly verdict: 'unlisted' };

/** Judges a code on a day; where a code was given twice, the entry that is valid on the day counts, else the latest. */
export function judgeReference(entries: readonly ReferenceCode[], code: string, on: CalendarDate): CodeJudgement {
  const found = entries.filter((entry) => entry.code === code);
  const valid = found.find(({ from, to }) => (from === null || from <= on) && (to === null || to >= on));
  if (valid !== undefined) return { verdict: 'valid', name: valid.name };
  const latest = [...found].sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1))[0];
  if (latest === undefined) return { verdict: 'unlisted' };
  const { name, from, to, successor } = latest;
  return to !== null && to < on
    ? { verdict: 'abolished', name, to, successor }
    : { verdict: 'not-yet', name, from: from ?? on };
}
