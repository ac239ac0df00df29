import type { Hex } from '../hash/hex.ts';

/** The checks of mc-draw/1 §9, in its order. */
export const checkNames = [
  'rules-canonical',
  'commit-canonical',
  'rules-hash',
  'labels-hash',
  'public-files',
  'sources',
  'seed',
  'pool-sorted-unique',
  'pool-root',
  'pool-count',
  'exclusions-hash',
  'exclusions-match',
  'selection',
  'filesalts',
  'inspectors-hash',
  'conflicts-hash',
  'assignment',
  'amendments',
  'log',
] as const;
export type CheckName = (typeof checkNames)[number];
export type CheckStatus = 'passed' | 'failed' | 'not-checked';

export interface Check {
  readonly name: CheckName;
  readonly status: CheckStatus;
  /** Machine-readable reason, such as `hash-differs`. */
  readonly code: ReasonCode;
  /** Where or what, as written in the files: a line, a field, a file name. */
  readonly detail: string;
  /** One Chinese sentence for people. */
  readonly text: string;
}

/** A sentence that a reader should know beside the checks. */
export interface Note {
  readonly code:
    | 'lottery-on-trust'
    | 'whole-stratum'
    | 'narrow-seat'
    | 'unequal-chances'
    | 'vacant-seats'
    | 'amendments-in-log';
  readonly text: string;
}

export interface Report {
  /** `complete` only when every check passed; `partial` names what was not proven by its checks. */
  readonly verdict: 'complete' | 'partial' | 'failed';
  /** C of the bundle's commit.json, when that could be read. */
  readonly commitment?: Hex;
  /** One for every name, in the order of §9. */
  readonly checks: readonly Check[];
  readonly notes: readonly Note[];
}

export type ReasonCode =
  | 'as-committed'
  | 'no-amendments'
  | 'in-the-log'
  | 'malformed'
  | 'missing-file'
  | 'hash-differs'
  | 'suite-differs'
  | 'public-file-missing'
  | 'unknown-file'
  | 'auditors-file-public'
  | 'salts-not-committed'
  | 'sealed-not-open'
  | 'sources-too-weak'
  | 'line-does-not-fit'
  | 'line-count-differs'
  | 'drand-chain-unknown'
  | 'drand-chain-differs'
  | 'drand-signature-wrong'
  | 'seed-differs'
  | 'root-differs'
  | 'salts-withheld'
  | 'salts-do-not-match'
  | 'count-differs'
  | 'exclusions-differ'
  | 'rules-refused'
  | 'result-differs'
  | 'filesalts-withheld'
  | 'amendment-wrong'
  | 'log-wrong'
  | 'log-key-unknown'
  | 'not-bound'
  | 'depends'
  | 'limit'
  | 'internal';

/** What one check found, before it is put into words. */
export interface Finding {
  readonly status: CheckStatus;
  readonly code: ReasonCode;
  readonly detail: string;
  /** The detail in Chinese, where the files' own spelling says nothing to a reader. */
  readonly words?: string;
}

export function passed(code: ReasonCode = 'as-committed', detail: string = ''): Finding {
  return { status: 'passed', code, detail };
}
export function failed(code: ReasonCode, detail: string = '', words?: string): Finding {
  return { status: 'failed', code, detail, ...(words === undefined ? {} : { words }) };
}
export function notChecked(code: ReasonCode, detail: string = ''): Finding {
  return { status: 'not-checked', code, detail };
}
