import type { PoolEntry, Rules, Slot } from '@mingchou/verifier';
import type { PlacedEntry } from './exclusion.ts';
import type { DrawSetup, DrawStratum, SeatNeeds } from './setup.ts';

/**
 * rules.json (mc-draw/1 §3). Where the design does not say otherwise the approved number stands as `{"count":k}`,
 * also when an exclusion has since lowered the pool: the leader approved a number, not a formula that would shrink.
 */
export function rulesOf(setup: DrawSetup): Rules {
  const { strata, quota } = setup;
  return {
    v: 'mc-draw/1',
    suite: setup.suite,
    strata: strata.map(({ code, size, batches }) => ({ code, size, ...(batches === null ? {} : { batches }) })),
    ...(quota.length === 0
      ? {}
      : {
          quota: {
            bounds: quota.map(({ group, min, max }) => ({
              group,
              ...(min === null ? {} : { min }),
              ...(max === null ? {} : { max }),
            })),
          },
        }),
    reserve: setup.reserve,
    assignment: { balance: true, slots: slotsOf(strata) },
  };
}

/** By stratum; under `*` where all strata send the same team. */
function slotsOf(strata: readonly DrawStratum[]): Record<string, Slot[]> {
  const teams = strata.map(({ code, seats }) => [code, seats.map(slotOf)] as const);
  const [first] = teams;
  const alike = teams.every(([, slots]) => JSON.stringify(slots) === JSON.stringify(first?.[1]));
  return alike && first !== undefined ? { '*': first[1] } : Object.fromEntries(teams);
}

function slotOf({ needs }: SeatNeeds): Slot {
  return needs.length === 0 ? {} : { needs: [...needs].sort() };
}

/** pool.csv: every object of the roster in its stratum; in a stratum all that can be drawn weigh the same. */
export function poolLines(roster: readonly PlacedEntry[]): PoolEntry[] {
  return roster.map(({ code, stratum, group, exclusion }) => ({
    id: code,
    stratum,
    group,
    excluded: exclusion !== null,
    weight: 1,
  }));
}
