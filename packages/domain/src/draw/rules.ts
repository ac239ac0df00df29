import type { PoolEntry, Rules } from '@mingchou/verifier';
import type { RosterEntry } from './exclusion.ts';
import type { DrawSetup } from './setup.ts';

/**
 * rules.json (mc-draw/1 §3). The approved number governs as `{"count":k}`, also when an exclusion has since lowered
 * the pool: what the leader approved is a number, not a formula that would shrink with every closure.
 */
export function rulesOf(setup: DrawSetup): Rules {
  const seats = setup.seats.map(({ needs }) => (needs.length === 0 ? {} : { needs: [...needs].sort() }));
  return {
    v: 'mc-draw/1',
    suite: setup.suite,
    strata: [{ code: setup.stratum, size: { count: setup.approvedCount } }],
    reserve: { count: setup.reserve },
    assignment: { balance: true, slots: { '*': seats } },
  };
}

/** pool.csv: every object of the roster in one stratum, so that all that can be drawn have the same chance. */
export function poolLines(setup: DrawSetup, roster: readonly RosterEntry[]): PoolEntry[] {
  return roster.map(({ code, exclusion }) => ({
    id: code,
    stratum: setup.stratum,
    group: '-',
    excluded: exclusion !== null,
    weight: 1,
  }));
}
