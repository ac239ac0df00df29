// The signatures the other floors code against; the bodies land room by room.
export type Suite = 'sha256' | 'sm3';
/** Lower-case hexadecimal text. */
export type Hex = string;

/** The files a bundle may hold (mc-draw/1 §2), no other names. */
export type FileName =
  | 'rules.json'
  | 'pool.csv'
  | 'exclusions.csv'
  | 'salts.csv'
  | 'inspectors.csv'
  | 'conflicts.csv'
  | 'filesalts.json'
  | 'commit.json'
  | 'log.json'
  | 'seed.json'
  | 'selected.csv'
  | 'visits.csv'
  | 'assignment.csv'
  | 'amendments.jsonl'
  | 'labels.csv';
export type Files = ReadonlyMap<FileName, Uint8Array>;

export type Rounding = 'ceil' | 'floor' | 'halfUp';
export type Size =
  | { readonly count: number }
  | { readonly ratio: { readonly n: number; readonly d: number }; readonly round: Rounding };
export interface Stratum {
  readonly code: string;
  readonly size: Size;
  readonly batches?: number;
}
export interface Bound {
  readonly group: string;
  readonly min?: Size;
  readonly max?: Size;
}
export interface Slot {
  readonly department?: string;
  readonly needs?: readonly string[];
}
export interface Rules {
  readonly v: 'mc-draw/1';
  readonly suite: Suite;
  readonly strata: readonly Stratum[];
  readonly quota?: { readonly bounds: readonly Bound[] };
  readonly reserve: Size;
  readonly assignment: { readonly balance: boolean; readonly slots: Readonly<Record<string, readonly Slot[]>> };
}
export interface PoolEntry {
  readonly id: string;
  readonly stratum: string;
  /** `-` when no quota is used. */
  readonly group: string;
  readonly excluded: boolean;
  readonly weight: number;
}
export interface Exclusion {
  readonly id: string;
  readonly reasonCode: string;
}
export interface Salt {
  readonly id: string;
  readonly salt: Hex;
}
export interface InspectorEntry {
  readonly id: string;
  readonly department: string;
  readonly certificates: readonly string[];
  readonly cap: number;
}
export interface Conflict {
  readonly subjectId: string;
  readonly inspectorId: string;
}
export interface FileSalts {
  readonly conflicts: Hex;
  readonly inspectors: Hex;
}
export interface Label {
  readonly id: string;
  readonly name: string;
}

export type Source =
  | { readonly kind: 'dice'; readonly by: string; readonly digits: number }
  | {
      readonly kind: 'lottery';
      readonly by: 'lottery';
      readonly game: 'ssq' | 'dlt' | 'pl5' | '3d';
      readonly issue: string;
    }
  | { readonly kind: 'witness'; readonly by: string; readonly id: string; readonly commitment: Hex }
  | {
      readonly kind: 'drand';
      readonly by: 'drand';
      readonly chain: Hex;
      readonly key: Hex;
      readonly scheme: string;
      readonly period: number;
      readonly genesis: number;
      readonly round: number;
    };

/** Everything a human can choose in a draw, fixed before the last random input exists. */
export interface Frozen {
  readonly rules: Rules;
  readonly mode: 'open' | 'sealed';
  readonly bureau: string;
  readonly drawNo: number;
  readonly prev: Hex | '';
  readonly voids?: Hex;
  readonly pool: readonly PoolEntry[];
  readonly exclusions: readonly Exclusion[];
  /** Given when the pool is salted: one for every entry. */
  readonly salts?: readonly Salt[];
  readonly inspectors: readonly InspectorEntry[];
  readonly conflicts: readonly Conflict[];
  readonly filesalts: FileSalts;
  readonly labels: readonly Label[];
  readonly sources: readonly Source[];
  readonly openAt: string;
  readonly publicFiles: readonly FileName[];
}

/** Why rules, pool and inspectors cannot be committed; the numbers say by how much. */
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

export type SourceFinding =
  | { readonly code: 'entropy-too-low'; readonly milliBits: number; readonly needed: 64000 }
  | { readonly code: 'one-party-too-strong'; readonly by: string; readonly milliBits: number; readonly needed: 24000 }
  | { readonly code: 'nothing-after-commitment' }
  | { readonly code: 'sealed-without-witness' }
  | { readonly code: 'sealed-without-salts' }
  | { readonly code: 'same-witness-commitment'; readonly id: string };

export interface SelectedLine {
  readonly stratum: string;
  readonly id: string;
  readonly ticket: Hex;
  readonly kind: 'S' | 'R';
}
/** In the order of selected.csv: all S, then all R. */
export type Selection = readonly SelectedLine[];

export interface DrawnVisit {
  readonly id: string;
  readonly stratum: string;
  readonly subjects: readonly string[];
}
export interface DrawnSeat {
  readonly visit: string;
  /** From 1. */
  readonly seat: number;
  /** Absent for a vacant seat. */
  readonly holder?: { readonly inspectorId: string; readonly pairTicket: Hex };
}
export interface Assignment {
  /** In slot order. */
  readonly visits: readonly DrawnVisit[];
  readonly seats: readonly DrawnSeat[];
  /** F*: the greatest number of seats that can be filled together. */
  readonly fillable: number;
  /** With `balance`, the cap c everyone was lowered to. */
  readonly loweredTo?: number;
  /** Seats that two or fewer inspectors could take at all. */
  readonly narrowSeats: readonly {
    readonly visit: string;
    readonly seat: number;
    readonly candidates: readonly string[];
  }[];
}

export type Amendment =
  | (AmendmentHead & {
      readonly kind: 'recusal';
      readonly visit: string;
      readonly seat: number;
      readonly inspectorId: string;
      readonly substitute: string;
    })
  | (AmendmentHead & {
      readonly kind: 'substitution';
      readonly id: string;
      readonly substitute: string;
      readonly evidence: Hex | '';
    })
  | (AmendmentHead & { readonly kind: 'void' });
export interface AmendmentHead {
  readonly seq: number;
  readonly prev: Hex;
  readonly at: string;
  readonly reasonCode: string;
  readonly approver: string;
}
/** What an officer decides; who follows is computed. */
export type AmendmentRequest = { readonly at: string; readonly reasonCode: string; readonly approver: string } & (
  | { readonly kind: 'recusal'; readonly visit: string; readonly seat: number }
  | { readonly kind: 'substitution'; readonly id: string; readonly evidence: Hex | '' }
  | { readonly kind: 'void' }
);

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

/** SIZE of a base in exact integers (§3). */
export declare function sizeOf(size: Size, base: number): number;
export declare function isSubjectId(text: string): boolean;
export declare function isCode(text: string): boolean;
export declare function lintRules(rules: Rules, pool: readonly PoolEntry[]): readonly RulesFinding[];
export declare function lintSources(
  sources: readonly Source[],
  mode: 'open' | 'sealed',
  salted: boolean,
): readonly SourceFinding[];
/** Thousandths of a bit that a source adds. */
export declare function milliBitsOf(source: Source): number;
export declare function witnessCommitment(suite: Suite, bureau: string, drawNo: number, id: string, value: Hex): Hex;
/** The line of seed.json, or undefined if the value does not fit the source (dice: the digits; lottery: the numbers; witness: the 32 hex characters; drand: the signature). */
export declare function lineOf(
  suite: Suite,
  bureau: string,
  drawNo: number,
  source: Source,
  value: string,
): string | undefined;
/** Every frozen file and C. Sorts the rows itself; throws on a row that no pool may hold (parse before). */
export declare function commitmentOf(frozen: Frozen): { readonly files: Map<FileName, Uint8Array>; readonly c: Hex };
export declare function seedOf(suite: Suite, c: Hex, lines: readonly string[]): Hex;
export declare function drawSubjects(rules: Rules, pool: readonly PoolEntry[], seed: Hex): Selection;
export declare function assignInspectors(
  rules: Rules,
  selection: Selection,
  inspectors: readonly InspectorEntry[],
  conflicts: readonly Conflict[],
  seed: Hex,
): Assignment;
/** Runs the draw over the committed files: adds seed.json, selected.csv, visits.csv, assignment.csv. Throws on files that `commitmentOf` did not make. */
export declare function runDraw(
  frozenFiles: Files,
  lines: readonly string[],
): {
  readonly files: Map<FileName, Uint8Array>;
  readonly seed: Hex;
  readonly selection: Selection;
  readonly assignment: Assignment;
};
/** The lines that follow from a request: a recusal, or a substitution with the recusals it entails. `undefined` when nothing there can be amended. */
export declare function amend(
  files: Files,
  request: AmendmentRequest,
): { readonly lines: readonly Amendment[]; readonly file: Uint8Array } | undefined;
/** Seats and subjects after all amendments of the bundle. */
export declare function standingOf(files: Files): {
  readonly visits: readonly DrawnVisit[];
  readonly seats: readonly DrawnSeat[];
  readonly voided: boolean;
};
/** H(selected.csv ‖ visits.csv ‖ assignment.csv) for the log's result entry. */
export declare function resultHash(suite: Suite, files: Files): Hex;
/** A deterministic ZIP with stored entries. */
export declare function bundleOf(files: Files): Uint8Array;
/** What everyone may have: commit.json, log.json and the files named in `public`; of a sealed draw not yet unsealed only the first two. */
export declare function publicPartOf(files: Files, unsealed?: boolean): Map<FileName, Uint8Array>;
export type BundleRefusal = { readonly code: string; readonly text: string };
export declare function readBundle(
  zip: Uint8Array,
):
  | { readonly ok: true; readonly value: Map<FileName, Uint8Array> }
  | { readonly ok: false; readonly refusal: BundleRefusal };
export declare function verify(files: ReadonlyMap<string, Uint8Array>): Report;
export declare function tally(files: Files, id: string): Tally | undefined;
