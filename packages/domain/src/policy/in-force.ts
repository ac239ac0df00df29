import type { CalendarDate } from '../time.ts';
import type { PolicyProfile } from './profile.ts';

/** One adopted version of 本局规则. */
export interface PolicyVersion {
  readonly version: number;
  readonly profile: PolicyProfile;
}

/**
 * The version in force on a business day: the latest effective date that has come, the later version of one date.
 * Before the first effective date the earliest one counts, because a bureau cannot work without sectors.
 */
export function inForceOn<V extends PolicyVersion>(versions: readonly V[], day: CalendarDate): V | undefined {
  const come = versions.filter(({ profile }) => profile.effectiveOn <= day);
  if (come.length > 0) return come.reduce(later);
  const [first, ...rest] = versions;
  if (first === undefined) return undefined;
  return rest.reduce((earliest, one) => (later(earliest, one) === one ? earliest : one), first);
}

/** The versions that will be in force on some day after `day`, in order. */
export function upcomingAfter<V extends PolicyVersion>(versions: readonly V[], day: CalendarDate): readonly V[] {
  const days = new Set(versions.map(({ profile }) => profile.effectiveOn).filter((one) => one > day));
  return [...days].sort().flatMap((one) => inForceOn(versions, one) ?? []);
}

function later<V extends PolicyVersion>(a: V, b: V): V {
  const [first, second] = [a.profile.effectiveOn, b.profile.effectiveOn];
  if (first !== second) return first > second ? a : b;
  return a.version > b.version ? a : b;
}
