import type { DrawnSeat } from '../assignment/assignment.ts';
import { assignInspectors } from '../assignment/assignment.ts';
import type { DrawnVisit } from '../assignment/visit.ts';
import { commitmentHash, readCommitment } from '../commitment/commitment.ts';
import type { Files } from '../commitment/file.ts';
import { fileOf, trusted } from '../draw/draw.ts';
import type { Hex } from '../hash/hex.ts';
import { utf8 } from '../hash/utf8.ts';
import { readConflicts, readInspectors, readPool } from '../roster/roster.ts';
import { readRules } from '../rules/rules.ts';
import { readSeed } from '../seed/seed.ts';
import { drawSubjects } from '../selection/selection.ts';
import type { Course, Drawn } from './course.ts';
import type { Amendment } from './line.ts';
import { amendmentText } from './line.ts';
import type { AmendmentRequest } from './replay.ts';
import { linesFor, replay } from './replay.ts';

/** Seats and subjects as they stand now. */
export interface Standing {
  readonly visits: readonly DrawnVisit[];
  readonly seats: readonly DrawnSeat[];
  readonly voided: boolean;
}

/**
 * The lines that a request leads to and amendments.jsonl with them added; `undefined` when there is nothing to amend.
 * Throws on files that `commitmentOf`, `runDraw` and `amend` did not make.
 */
export function amend(
  files: Files,
  request: AmendmentRequest,
): { readonly lines: readonly Amendment[]; readonly file: Uint8Array; readonly standing: Standing } | undefined {
  const { suite } = trusted(readCommitment(fileOf(files, 'commit.json')));
  const before = replayed(files);
  const lines = linesFor(suite, before, request);
  if (lines === undefined) return undefined;
  const added = utf8(lines.map((line) => `${amendmentText(line)}\n`).join(''));
  const old = fileOf(files, 'amendments.jsonl');
  const file = new Uint8Array(old.length + added.length);
  file.set(old);
  file.set(added, old.length);
  return { lines, file, standing: standingOf(new Map([...files, ['amendments.jsonl', file]])) };
}

/** Seats and subjects after all amendments of the bundle. Throws as `amend` does. */
export function standingOf(files: Files): Standing {
  const { visits, seats, voided } = replayed(files).course;
  return { visits, seats, voided };
}

function replayed(files: Files): { readonly course: Course; readonly count: number; readonly head: Hex } {
  const commitJson = fileOf(files, 'commit.json');
  const { suite } = trusted(readCommitment(commitJson));
  const outcome = replay(suite, commitmentHash(suite, commitJson), drawnOf(files), fileOf(files, 'amendments.jsonl'));
  if (!outcome.ok) throw new Error(`not amendments of ours: ${outcome.fault.code} in line ${outcome.fault.line}`);
  return outcome;
}

function drawnOf(files: Files): Drawn {
  const rules = trusted(readRules(fileOf(files, 'rules.json')));
  const pool = trusted(readPool(fileOf(files, 'pool.csv')));
  const inspectors = trusted(readInspectors(fileOf(files, 'inspectors.csv')));
  const conflicts = trusted(readConflicts(fileOf(files, 'conflicts.csv')));
  const { seed } = trusted(readSeed(fileOf(files, 'seed.json')));
  const selection = drawSubjects(rules, pool, seed);
  const assignment = assignInspectors(rules, selection, inspectors, conflicts, seed);
  return { rules, pool, inspectors, conflicts, seed, selection, assignment };
}
