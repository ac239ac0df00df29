import type { Conflict, InspectorEntry } from '@mingchou/verifier';
import type { Actor } from '../account/actor.ts';
import type { InspectorId } from '../id.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { CalendarDate, Instant } from '../time.ts';
import { countReasons, eligibleOf, preDrawChecks } from './checks.ts';
import type { RosterFrozen } from './event.ts';
import type { PlacedEntry, SubjectAtFreeze } from './exclusion.ts';
import { poolOf } from './exclusion.ts';
import { meetsFilter } from './filter.ts';
import { mustFindings } from './finding.ts';
import { poolFindings } from './lint-pool.ts';
import { actOf } from './act.ts';
import type { ExclusionOverride } from './exclusion.ts';
import { refuseUndecided } from './override.ts';
import { refuseOthers } from './prepare.ts';
import type { DrawRefusal } from './refusal.ts';
import { poolLines, rulesOf } from './rules.ts';
import type { DrawSetup } from './setup.ts';
import type { Draw } from './state.ts';
import { drawPlaceOf, strataFigures } from './stratum.ts';
import { trialOf } from './trial.ts';

/** An inspector as the registry knows him on the day of the freeze. */
export interface InspectorAtFreeze {
  readonly inspectorId: InspectorId;
  /** `id` of inspectors.csv, such as the certificate's number. */
  readonly code: string;
  readonly name: string;
  readonly qualifications: readonly string[];
  readonly certificateUntil: CalendarDate | null;
  /** In service, regularly employed and not away. */
  readonly available: boolean;
  /** The most visits of one draw the person may be given; balance lowers it to what the draw needs. */
  readonly cap: number;
}

/** What is frozen: the pool with its exclusions, who may go, and whom he may not visit. */
export interface Roster {
  readonly pool: readonly PlacedEntry[];
  readonly inspectors: readonly InspectorAtFreeze[];
  readonly conflicts: readonly Conflict[];
  /** Inspectors left out, because their certificate ends before the window or they are not available. */
  readonly leftOut: number;
}

/** Rounds of the trial: a thousand, fewer for large pools so that a freeze stays a matter of seconds. */
export function trialRoundsFor(objects: number): number {
  return Math.max(20, Math.min(1000, Math.floor(100_000 / Math.max(1, objects))));
}

/** Takes the snapshot of registry facts: who meets the filter, exclusions by policy, inspectors whose certificate outlasts the window, conflicts between the two. */
export function rosterOf(
  setup: DrawSetup,
  subjects: readonly SubjectAtFreeze[],
  inspectors: readonly InspectorAtFreeze[],
  conflicts: readonly Conflict[],
  overrides: readonly ExclusionOverride[] = [],
): Roster {
  const pool = placedPool(setup, subjects, overrides);
  const able = inspectors
    .filter((inspector) => inspector.available && outlasts(inspector.certificateUntil, setup.to))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const subjectCodes = new Set(pool.map((entry) => entry.code));
  const inspectorCodes = new Set(able.map((inspector) => inspector.code));
  const between = conflicts.filter(
    ({ subjectId, inspectorId }) => subjectCodes.has(subjectId) && inspectorCodes.has(inspectorId),
  );
  return { pool, inspectors: able, conflicts: between, leftOut: inspectors.length - able.length };
}

function placedPool(
  setup: DrawSetup,
  subjects: readonly SubjectAtFreeze[],
  overrides: readonly ExclusionOverride[],
): PlacedEntry[] {
  const chosen = subjects.filter((subject) => meetsFilter(setup.filter, subject));
  const places = new Map(chosen.map((subject) => [subject.code, drawPlaceOf(setup, subject)]));
  return poolOf(chosen, setup.exclusion, overrides).map((entry) => ({
    ...entry,
    ...(places.get(entry.code) ?? { stratum: '-', group: '-' }),
  }));
}

function outlasts(until: CalendarDate | null, last: CalendarDate): boolean {
  return until !== null && until >= last;
}

/** inspectors.csv */
export function inspectorLines(roster: Roster): InspectorEntry[] {
  return roster.inspectors.map(({ code, qualifications, cap }) => ({
    id: code,
    department: '-',
    certificates: [...qualifications].sort(),
    cap,
  }));
}

/** 冻结名单 — from here on nobody can change who may be drawn and who may go. Runs the pre-draw checks once, on what was frozen. */
export function freezeRoster(
  draw: Draw,
  roster: Roster,
  actor: Actor,
  now: Instant,
  rounds: number = trialRoundsFor(roster.pool.length),
): Result<RosterFrozen, DrawRefusal> {
  if (draw.status !== 'preparing') return refuse({ code: 'draw-in-other-state', status: draw.status });
  const notOperator = refuseOthers(draw, actor);
  if (notOperator !== undefined) return refuse(notOperator);
  const undecided = refuseUndecided(draw);
  if (undecided !== undefined) return refuse(undecided);
  const { setup, sources } = draw;
  const eligible = eligibleOf(roster.pool);
  if (roster.pool.length === 0) return refuse({ code: 'roster-empty' });
  const strata = strataFigures(setup, roster.pool);
  // mc-draw/1 §3: a size above the eligible entries is refused before the commitment, never silently lowered.
  const short = strata.find((one) => one.size > one.eligible);
  if (short !== undefined) {
    return refuse({ code: 'pool-too-small', size: short.size, eligible: short.eligible });
  }
  const wrong = mustFindings(poolFindings(setup, roster.pool));
  if (wrong.length > 0) return refuse({ code: 'design-refused', findings: wrong });
  if (setup.override !== null && setup.override.approved === null) return refuse({ code: 'override-not-approved' });
  const needed = Math.max(...setup.strata.map((stratum) => stratum.seats.length));
  if (roster.inspectors.length < needed) {
    return refuse({ code: 'inspectors-too-few', found: roster.inspectors.length, needed });
  }
  const pool = poolLines(roster.pool);
  const trial = trialOf(rulesOf(setup), pool, inspectorLines(roster), roster.conflicts, rounds);
  if (trial.vacant > 0) return refuse({ code: 'seats-left-vacant', seats: Math.ceil(trial.vacant / rounds) });

  const { inspectors, conflicts, leftOut } = roster;
  const checks = preDrawChecks({
    setup,
    sources,
    pool: roster.pool,
    strata,
    inspectors,
    leftOut,
    conflicts: conflicts.length,
    trial,
  });
  return ok({
    type: 'roster-frozen',
    drawId: draw.id,
    figures: {
      pool: roster.pool.length,
      eligible,
      excluded: countReasons(roster.pool),
      inspectors: inspectors.length,
      conflicts: conflicts.length,
      strata,
    },
    checks,
    act: actOf(actor, now),
  });
}
