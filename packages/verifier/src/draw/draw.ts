import type { Assignment } from '../assignment/assignment.ts';
import { assignInspectors, assignmentCsv } from '../assignment/assignment.ts';
import { visitsCsv } from '../assignment/visit.ts';
import type { Reading } from '../canonical/reading.ts';
import { commitmentHash, readCommitment } from '../commitment/commitment.ts';
import type { FileName, Files } from '../commitment/file.ts';
import type { Suite } from '../hash/digest.ts';
import type { Hex } from '../hash/hex.ts';
import { fileHash } from '../kernel/fastest.ts';
import { readConflicts, readInspectors, readPool } from '../roster/roster.ts';
import { readRules } from '../rules/rules.ts';
import { seedJson, seedOf } from '../seed/seed.ts';
import type { Selection } from '../selection/selection.ts';
import { drawSubjects, selectedCsv } from '../selection/selection.ts';

/** A draw that was run: the files it adds and what stands in them. */
export interface DrawResult {
  /** seed.json, selected.csv, visits.csv, assignment.csv. */
  readonly files: Map<FileName, Uint8Array>;
  readonly seed: Hex;
  readonly selection: Selection;
  readonly assignment: Assignment;
}

/**
 * Runs the draw over the frozen files, whole, with the lines that the sources gave in their order.
 * Throws on files that `commitmentOf` did not make; lint rules, pool and sources before committing.
 */
export function runDraw(frozenFiles: Files, lines: readonly string[]): DrawResult {
  const commitJson = fileOf(frozenFiles, 'commit.json');
  const { suite } = trusted(readCommitment(commitJson));
  const rules = trusted(readRules(fileOf(frozenFiles, 'rules.json')));
  const seed = seedOf(suite, commitmentHash(suite, commitJson), lines);
  const selection = drawSubjects(rules, trusted(readPool(fileOf(frozenFiles, 'pool.csv'))), seed);
  const assignment = assignInspectors(
    rules,
    selection,
    trusted(readInspectors(fileOf(frozenFiles, 'inspectors.csv'))),
    trusted(readConflicts(fileOf(frozenFiles, 'conflicts.csv'))),
    seed,
  );
  const files = new Map<FileName, Uint8Array>([
    ['seed.json', seedJson({ lines, seed })],
    ['selected.csv', selectedCsv(selection)],
    ['visits.csv', visitsCsv(assignment.visits)],
    ['assignment.csv', assignmentCsv(assignment.seats)],
  ]);
  return { files, seed, selection, assignment };
}

/** H(selected.csv ‖ visits.csv ‖ assignment.csv), in a sealed draw with 16 random bytes before: `h` of the log's result entry (§4). */
export function resultHash(suite: Suite, files: Files, salt: Uint8Array = new Uint8Array()): Hex {
  const result = (['selected.csv', 'visits.csv', 'assignment.csv'] as const).map((name) => fileOf(files, name));
  return fileHash(suite, salt, ...result);
}

/** The bytes of a file; one that does not exist counts as empty. */
export function fileOf(files: Files, name: FileName): Uint8Array {
  return files.get(name) ?? new Uint8Array();
}

/** What a file we made ourselves holds; anything else is a fault of the caller. */
export function trusted<T>(reading: Reading<T>): T {
  if (!reading.ok) throw new Error(`not a file of ours: ${reading.fault.code} at ${reading.fault.at}`);
  return reading.value;
}
