import type { Files } from './commitment/file.ts';
import type { Hex } from './hash/hex.ts';

export type { Standing } from './amendments/amend.ts';
export { amend, standingOf } from './amendments/amend.ts';
export type { Amendment } from './amendments/line.ts';
export { readAmendments } from './amendments/line.ts';
export type { AmendmentRequest } from './amendments/replay.ts';
export type { Assignment, DrawnSeat, NarrowSeat } from './assignment/assignment.ts';
export { assignInspectors, assignmentCsv } from './assignment/assignment.ts';
export type { DrawnVisit } from './assignment/visit.ts';
export { visitsCsv } from './assignment/visit.ts';
export type { BundleRefusal } from './bundle/bundle.ts';
export { bundleOf, publicPartOf, readBundle } from './bundle/bundle.ts';
export { isCode, isSubjectId } from './canonical/pattern.ts';
export type { Fault, Reading } from './canonical/reading.ts';
export type { Commitment, StratumCount } from './commitment/commitment.ts';
export { commitmentHash, countsOf, readCommitment } from './commitment/commitment.ts';
export type { FileName, Files } from './commitment/file.ts';
export { fileNames, isFileName } from './commitment/file.ts';
export type { Frozen } from './commitment/freeze.ts';
export { commitmentOf } from './commitment/freeze.ts';
export type { DrawResult } from './draw/draw.ts';
export { resultHash, runDraw } from './draw/draw.ts';
export type { Suite } from './hash/digest.ts';
export { digest, digestHex } from './hash/digest.ts';
export type { Hex } from './hash/hex.ts';
export { bytesOfHex, hexOf } from './hash/hex.ts';
export { textOf, utf8 } from './hash/utf8.ts';
export { inclusionPath, leafHash, rootOfPath, treeHash } from './merkle/merkle.ts';
export type { PoolProof } from './merkle/pool-root.ts';
export { poolRoot, proofOf, provesInclusion } from './merkle/pool-root.ts';
export * from './roster/roster.ts';
export type { Bound, Rules, Slot, Stratum } from './rules/rules.ts';
export { readRules, rulesBytes } from './rules/rules.ts';
export type { Rounding, Size } from './rules/size.ts';
export { sizeOf } from './rules/size.ts';
export { lineOf, witnessCommitment } from './seed/line.ts';
export type { SeedFile } from './seed/seed.ts';
export { readSeed, seedJson, seedOf } from './seed/seed.ts';
export type { LotteryGame, Source, SourceFinding } from './seed/source.ts';
export { lintSources, milliBitsOf } from './seed/source.ts';
export type { RulesFinding } from './selection/lint.ts';
export { lintRules } from './selection/lint.ts';
export type { SelectedLine, Selection } from './selection/selection.ts';
export { drawSubjects, sampleSizes, selectedCsv } from './selection/selection.ts';

// The signatures of rooms still to land.
export type CheckName =
  | 'rules-canonical'
  | 'commit-canonical'
  | 'rules-hash'
  | 'labels-hash'
  | 'public-files'
  | 'sources'
  | 'seed'
  | 'pool-sorted-unique'
  | 'pool-root'
  | 'pool-count'
  | 'exclusions-hash'
  | 'exclusions-match'
  | 'selection'
  | 'filesalts'
  | 'inspectors-hash'
  | 'conflicts-hash'
  | 'assignment'
  | 'amendments'
  | 'log';
export interface Check {
  readonly name: CheckName;
  readonly status: 'passed' | 'failed' | 'not-checked';
  /** Machine-readable reason, such as `hash-differs`. */
  readonly code: string;
  /** One Chinese sentence for people. */
  readonly text: string;
}
export interface Report {
  readonly verdict: 'complete' | 'partial' | 'failed';
  /** C of the bundle's commit.json, when that could be read. */
  readonly commitment?: Hex;
  /** One for every name, in the order of §9. */
  readonly checks: readonly Check[];
  /** Further sentences a reader should know: lottery lines to compare, strata drawn whole, narrow seats. */
  readonly notes: readonly { readonly code: string; readonly text: string }[];
}
/** What an enterprise can check alone (§9, last paragraph). */
export interface Tally {
  readonly id: string;
  readonly stratum: string;
  readonly ticket: Hex;
  /** From 1, among the eligible entries of the stratum in ticket order; absent for an excluded entry. */
  readonly rank?: number;
  readonly eligible: number;
  readonly size: number;
  /** Ticket of the last selected entry of the stratum; absent with a quota, weights or nothing drawn. */
  readonly cutOff?: Hex;
  readonly outcome: 'selected' | 'reserve' | 'not-selected' | 'excluded';
  /** Place among the reserves of the stratum, from 1. */
  readonly reserveRank?: number;
}

export declare function verify(files: ReadonlyMap<string, Uint8Array>): Report;
export declare function tally(files: Files, id: string): Tally | undefined;
