import type { PersonId } from '../id.ts';
import type { CalendarDate, Instant } from '../time.ts';
import { dateOf } from '../time.ts';

/** One field of one record, before and after. A personal value is never written here, only that it changed. */
export interface FieldChange {
  readonly field: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** Stands for a personal value in a history that many may read. */
export const personalValue = '（个人信息）';

/** 变动记录: who changed what, when and why, with the whole record as it stood afterwards. */
export interface RegistryChange<State> {
  readonly recordId: string;
  readonly version: number;
  readonly at: Instant;
  readonly by: { readonly personId: PersonId; readonly name: string };
  readonly reason: string | null;
  readonly changes: readonly FieldChange[];
  readonly state: State;
}

/** The fields in which two flat records differ, in the order of `after`. `personal` names fields whose values are not told. */
export function changesBetween(
  before: Readonly<Record<string, string | null>>,
  after: Readonly<Record<string, string | null>>,
  personal: readonly string[],
): readonly FieldChange[] {
  return Object.keys(after)
    .filter((field) => (before[field] ?? null) !== (after[field] ?? null))
    .map((field) => {
      const tell = (value: string | null | undefined) =>
        value === undefined || value === null ? null : personal.includes(field) ? personalValue : value;
      return { field, from: tell(before[field]), to: tell(after[field]) };
    });
}

/**
 * The registry as it stood at the end of a day (a roster can be re-printed as of any date): of each record the last
 * change made on or before that day. `history` may come in any order.
 */
export function asOf<State>(history: readonly RegistryChange<State>[], on: CalendarDate): readonly State[] {
  const last = new Map<string, RegistryChange<State>>();
  for (const change of history) {
    if (dateOf(change.at) > on) continue;
    const seen = last.get(change.recordId);
    if (seen === undefined || seen.version < change.version) last.set(change.recordId, change);
  }
  return [...last.values()].sort((a, b) => (a.recordId < b.recordId ? -1 : 1)).map((change) => change.state);
}
