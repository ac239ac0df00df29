import type { PoolEntry } from '../roster/roster.ts';
import { quotaTable } from './quota.ts';
import { sampleSizes } from './selection.ts';
import { shortageOf } from './transport.ts';
import type { Rules } from '../rules/rules.ts';
import { slotsOf } from '../rules/rules.ts';

/** Why rules and pool cannot be committed (mc-draw/1 §3); the numbers say by how much. */
export type RulesFinding =
  | { readonly code: 'stratum-not-named'; readonly stratum: string; readonly entries: number }
  | { readonly code: 'duplicate-stratum'; readonly stratum: string }
  | { readonly code: 'duplicate-bound'; readonly group: string }
  | { readonly code: 'min-above-max'; readonly group: string; readonly min: number; readonly max: number }
  | { readonly code: 'stratum-without-slots'; readonly stratum: string }
  | { readonly code: 'size-above-eligible'; readonly stratum: string; readonly size: number; readonly eligible: number }
  | {
      readonly code: 'bounds-unreachable';
      readonly group: string;
      readonly bound: 'min' | 'max';
      readonly wanted: number;
      readonly reachable: number;
    }
  | { readonly code: 'bounds-contradict'; readonly missing: number }
  | { readonly code: 'weight-with-quota'; readonly id: string; readonly weight: number }
  | { readonly code: 'group-without-quota'; readonly id: string; readonly group: string };

/** What is wrong in the rules whatever the pool. */
export function lintRulesAlone(rules: Rules): readonly RulesFinding[] {
  const findings: RulesFinding[] = [];
  for (const stratum of repeated(rules.strata.map(({ code }) => code))) {
    findings.push({ code: 'duplicate-stratum', stratum });
  }
  for (const group of repeated((rules.quota?.bounds ?? []).map((bound) => bound.group))) {
    findings.push({ code: 'duplicate-bound', group });
  }
  for (const { code } of rules.strata) {
    if (slotsOf(rules, code).length === 0) findings.push({ code: 'stratum-without-slots', stratum: code });
  }
  return findings;
}

/** Everything that is refused before the commitment; empty when the draw can be made. */
export function lintRules(rules: Rules, pool: readonly PoolEntry[]): readonly RulesFinding[] {
  const alone = lintRulesAlone(rules);
  const findings = [...alone, ...strataFindings(rules, pool), ...entryFindings(rules, pool)];
  // Whether a sample exists is only a question once every size fits its stratum.
  return findings.length === 0 && rules.quota !== undefined ? quotaFindings(rules, pool) : findings;
}

function strataFindings(rules: Rules, pool: readonly PoolEntry[]): readonly RulesFinding[] {
  const findings: RulesFinding[] = [];
  const entries = new Map<string, number>();
  const eligible = new Map<string, number>();
  for (const { stratum, excluded } of pool) {
    entries.set(stratum, (entries.get(stratum) ?? 0) + 1);
    if (!excluded) eligible.set(stratum, (eligible.get(stratum) ?? 0) + 1);
  }
  const named = new Set(rules.strata.map(({ code }) => code));
  for (const [stratum, count] of entries) {
    if (!named.has(stratum)) findings.push({ code: 'stratum-not-named', stratum, entries: count });
  }
  for (const [at, size] of sampleSizes(rules, pool).entries()) {
    const stratum = rules.strata[at]?.code ?? '';
    const most = eligible.get(stratum) ?? 0;
    if (size > most) findings.push({ code: 'size-above-eligible', stratum, size, eligible: most });
  }
  return findings;
}

function entryFindings(rules: Rules, pool: readonly PoolEntry[]): readonly RulesFinding[] {
  const findings: RulesFinding[] = [];
  for (const { id, group, weight } of pool) {
    if (rules.quota !== undefined && weight !== 1) findings.push({ code: 'weight-with-quota', id, weight });
    if (rules.quota === undefined && group !== '-') findings.push({ code: 'group-without-quota', id, group });
  }
  return findings;
}

function quotaFindings(rules: Rules, pool: readonly PoolEntry[]): readonly RulesFinding[] {
  const table = quotaTable(rules, pool, sampleSizes(rules, pool));
  const findings: RulesFinding[] = [];
  for (const [at, { group }] of (rules.quota?.bounds ?? []).entries()) {
    const min = table.least[at] ?? 0;
    const max = table.most[at] ?? 0;
    const reachable = reachOf(table.needs, table.left, at);
    if (min > max) findings.push({ code: 'min-above-max', group, min, max });
    if (min > reachable.most) {
      findings.push({ code: 'bounds-unreachable', group, bound: 'min', wanted: min, reachable: reachable.most });
    }
    if (max < reachable.least) {
      findings.push({ code: 'bounds-unreachable', group, bound: 'max', wanted: max, reachable: reachable.least });
    }
  }
  if (findings.length > 0) return findings;
  const missing = shortageOf(table);
  return missing === 0 ? [] : [{ code: 'bounds-contradict', missing }];
}

/** The fewest and the most of one group that a sample of these sizes can hold. */
function reachOf(
  needs: readonly number[],
  left: readonly (readonly number[])[],
  group: number,
): { readonly least: number; readonly most: number } {
  let least = 0;
  let most = 0;
  for (const [at, need] of needs.entries()) {
    const row = left[at] ?? [];
    const ofGroup = row[group] ?? 0;
    const others = row.reduce((sum, count) => sum + count, 0) - ofGroup;
    least += Math.max(0, need - others);
    most += Math.min(need, ofGroup);
  }
  return { least, most };
}

function repeated(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) (seen.has(name) ? twice : seen).add(name);
  return twice;
}
