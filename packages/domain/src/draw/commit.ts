import type { Conflict, FileName, FileSalts, Frozen } from '@mingchou/verifier';
import type { Actor } from '../account/actor.ts';
import type { Result } from '../result.ts';
import { ok, refuse } from '../result.ts';
import type { Instant } from '../time.ts';
import { publicSource } from './entropy.ts';
import type { CommitmentPublished } from './event.ts';
import { actOf } from './act.ts';
import { refuseOthers, refuseWeak } from './prepare.ts';
import type { DrawRefusal } from './refusal.ts';
import type { Roster } from './roster.ts';
import { inspectorLines } from './roster.ts';
import { poolLines, rulesOf } from './rules.ts';
import { isSealed } from './sealing.ts';
import type { Draw, FrozenDraw } from './state.ts';
import { witnessesOf } from './state.ts';

/** Files everyone may have. Who goes where stays with the auditors: a team known before the visit can be spoken to. */
export const publicFiles: readonly FileName[] = [
  'rules.json',
  'pool.csv',
  'exclusions.csv',
  'labels.csv',
  'seed.json',
  'selected.csv',
];

export interface CommitmentFacts {
  readonly openAt: Instant;
  /** The bureau's lowest-numbered earlier draw that is neither committed nor void; its C would be this one's `prev`. */
  readonly earlierOpen: number | null;
}

/** Whether the commitment may be published now. */
export function readyToCommit(
  draw: Draw,
  facts: CommitmentFacts,
  actor: Actor,
  now: Instant,
): Result<FrozenDraw, DrawRefusal> {
  if (draw.status !== 'frozen') return refuse({ code: 'draw-in-other-state', status: draw.status });
  const notOperator = refuseOthers(draw, actor);
  if (notOperator !== undefined) return refuse(notOperator);
  const waiting = witnessesOf(draw).filter((witness) => witness.sealed === null);
  if (waiting.length > 0) {
    return refuse({ code: 'witnesses-not-sealed', waiting: waiting.map((witness) => witness.name) });
  }
  const failed = draw.checks.filter((check) => check.level === 'failed');
  if (failed.length > 0) return refuse({ code: 'checks-failed', checks: failed.map((check) => check.code) });
  if (facts.earlierOpen !== null) return refuse({ code: 'earlier-draw-open', drawNo: facts.earlierOpen });
  if (facts.openAt <= now) return refuse({ code: 'opening-not-in-future', openAt: facts.openAt });
  const weak = refuseWeak(draw.sources, facts.openAt, isSealed(draw));
  if (weak !== undefined) return refuse(weak);
  return ok(draw);
}

/** Everything a human can choose, in the form that is hashed (mc-draw/1 §4). */
export function frozenOf(
  draw: FrozenDraw,
  roster: {
    readonly pool: Roster['pool'];
    readonly inspectors: Roster['inspectors'];
    readonly conflicts: readonly Conflict[];
  },
  extras: {
    readonly openAt: Instant;
    readonly prev: string;
    readonly filesalts: FileSalts;
    /** 16 fresh random bytes as hex; called once for every entry of a sealed draw's pool. */
    readonly newSalt: () => string;
  },
): Frozen {
  const { setup, sources, drawNo, replaces } = draw;
  const sealed = isSealed(draw);
  return {
    rules: rulesOf(setup),
    mode: sealed ? 'sealed' : 'open',
    ...(sealed ? { salts: roster.pool.map(({ code }) => ({ id: code, salt: extras.newSalt() })) } : {}),
    bureau: setup.bureauCode,
    drawNo,
    prev: extras.prev,
    ...(replaces === null ? {} : { voids: replaces }),
    pool: poolLines(roster.pool),
    exclusions: roster.pool.flatMap(({ code, exclusion }) =>
      exclusion === null ? [] : [{ id: code, reasonCode: exclusion.reason }],
    ),
    inspectors: inspectorLines({ ...roster, leftOut: 0 }),
    conflicts: roster.conflicts,
    filesalts: extras.filesalts,
    labels: roster.pool.map(({ code, name }) => ({ id: code, name })),
    sources: sources.map(publicSource),
    openAt: extras.openAt,
    publicFiles,
  };
}

/** 公开承诺 — C and its place in the bureau's public log. */
export function publishCommitment(
  draw: FrozenDraw,
  published: { readonly c: string; readonly logIndex: number; readonly openAt: Instant },
  actor: Actor,
  now: Instant,
): CommitmentPublished {
  return { type: 'commitment-published', drawId: draw.id, ...published, act: actOf(actor, now) };
}
