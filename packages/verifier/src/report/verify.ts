import type { LogKey } from '../log/key.ts';
import type { Check, CheckName, Finding, Report } from './check.ts';
import { checkNames, failed, notChecked, passed } from './check.ts';
import type { CommittedCheck, Found } from './committed-checks.ts';
import * as committed from './committed-checks.ts';
import * as drawn from './drawn-checks.ts';
import type { Evidence } from './evidence.ts';
import { evidenceOf, value } from './evidence.ts';
import { limits } from './limits.ts';
import { notesOf } from './notes.ts';
import { textOfFinding } from './text.ts';

const checks: Readonly<Record<Exclude<CheckName, 'commit-canonical' | 'rules-canonical'>, CommittedCheck>> = {
  'rules-hash': committed.rulesHash,
  'labels-hash': committed.labelsHash,
  'public-files': committed.publicFiles,
  sources: drawn.sourcesCheck,
  seed: drawn.seedCheck,
  'pool-sorted-unique': committed.poolSortedUnique,
  'pool-root': committed.poolRootCheck,
  'pool-count': committed.poolCount,
  'exclusions-hash': committed.exclusionsHash,
  'exclusions-match': committed.exclusionsMatchCheck,
  selection: drawn.selectionCheck,
  filesalts: committed.filesaltsCheck,
  'inspectors-hash': committed.inspectorsHash,
  'conflicts-hash': committed.conflictsHash,
  assignment: drawn.assignmentCheck,
  amendments: drawn.amendmentsCheck,
  log: drawn.logCheck,
};

/** What the reader brings himself. */
export interface Trusted {
  /** Public keys of logs; without one the check `log` stays `not-checked`. */
  readonly logKeys?: readonly LogKey[];
}

/**
 * Checks a bundle that came from anyone (mc-draw/1 §9). Never throws; beyond `limits` a check is `not-checked`.
 * What no passed check binds to C is never `passed`.
 */
export function verify(files: ReadonlyMap<string, Uint8Array>, { logKeys = [] }: Trusted = {}): Report {
  const evidence = evidenceOf(files, logKeys);
  const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
  const done = new Map<CheckName, Finding>();
  const found: Found = (name) => {
    const known = done.get(name);
    if (known !== undefined) return known;
    const finding = size > limits.bytes ? notChecked('limit', `bytes ${size}`) : guarded(name, evidence, found);
    done.set(name, finding);
    return finding;
  };
  const report = checkNames.map((name): Check => {
    const finding = found(name);
    const { status, code, detail } = finding;
    return { name, status, code, detail, text: textOfFinding(name, finding) };
  });
  const c = found('commit-canonical').status === 'passed' ? evidence.c() : undefined;
  return {
    verdict: verdictOf(report),
    ...(c === undefined ? {} : { commitment: c }),
    checks: report,
    notes: guardedNotes(evidence, found),
  };
}

function guardedNotes(evidence: Evidence, found: Found): Report['notes'] {
  try {
    return notesOf(evidence, found);
  } catch {
    return [];
  }
}

function verdictOf(report: readonly Check[]): Report['verdict'] {
  if (report.some(({ status }) => status === 'failed')) return 'failed';
  return report.every(({ status }) => status === 'passed') ? 'complete' : 'partial';
}

function guarded(name: CheckName, evidence: Evidence, found: Found): Finding {
  try {
    return findingOf(name, evidence, found);
  } catch (error) {
    // The input is hostile: a fault of ours must not look like a verdict on it, nor end the report.
    return notChecked('internal', error instanceof Error ? error.message.slice(0, 80) : '');
  }
}

function findingOf(name: CheckName, evidence: Evidence, found: Found): Finding {
  if (name === 'commit-canonical') return commitCanonical(evidence);
  if (name === 'rules-canonical') return committed.rulesCanonical(evidence, found);
  const commitment = value(evidence.commitment());
  return commitment === undefined
    ? notChecked('depends', 'commit-canonical')
    : checks[name](evidence, commitment, found);
}

function commitCanonical(evidence: Evidence): Finding {
  const commitment = evidence.commitment();
  if (commitment === undefined) return failed('missing-file', 'commit.json');
  return committed.malformed(commitment) ?? passed();
}
