import type { PolicyProfile, PolicyRules } from './profile.ts';
import { policyKeys, resolvePolicy } from './resolve.ts';
import type { PolicyKey } from './values.ts';

/** Whether two values of plain data say the same; the order of an object's members says nothing. */
export function sameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [membersOf(a), membersOf(b)];
  return (
    left.size === right.size && [...left].every(([key, value]) => right.has(key) && sameData(value, right.get(key)))
  );
}

function membersOf(data: object): ReadonlyMap<string, unknown> {
  return new Map(Object.entries(data).filter(([, value]) => value !== undefined));
}

/** What is different of one key between two profiles: the value that counts, or only where it stands. */
export interface PolicyDifference {
  readonly key: PolicyKey;
  readonly kind: 'value' | 'clause';
}

/** The keys in which two profiles differ, those with another value first. */
export function policyDifferences(a: PolicyProfile, b: PolicyProfile): readonly PolicyDifference[] {
  const found = policyKeys.flatMap((key): PolicyDifference[] => {
    const [left, right] = [resolvePolicy(a, key), resolvePolicy(b, key)];
    if (!sameData(left.value, right.value)) return [{ key, kind: 'value' }];
    return sameData([left.layer, left.clause], [right.layer, right.clause]) ? [] : [{ key, kind: 'clause' }];
  });
  return [...found.filter(({ kind }) => kind === 'value'), ...found.filter(({ kind }) => kind === 'clause')];
}

/** The rules without one key. */
export function withoutKey(rules: PolicyRules, key: PolicyKey): PolicyRules {
  return Object.fromEntries(Object.entries(rules).filter(([name]) => name !== key));
}
