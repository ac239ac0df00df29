import type { Reading } from '../canonical/reading.ts';
import type { Commitment } from '../commitment/commitment.ts';
import { countsOf } from '../commitment/commitment.ts';
import type { FileName } from '../commitment/file.ts';
import { auditorsOnly, isFileName } from '../commitment/file.ts';
import { exclusionsMatch, saltedHash } from '../commitment/freeze.ts';
import { digestHex } from '../hash/digest.ts';
import { textOf } from '../hash/utf8.ts';
import { fileHash } from '../kernel/fastest.ts';
import { beginsWith, countOf, linesOf } from '../kernel/texts.ts';
import { rootOfLines } from '../merkle/pool-root.ts';
import { lintRulesAlone } from '../selection/lint.ts';
import type { CheckName, Finding } from './check.ts';
import { failed, notChecked, passed } from './check.ts';
import type { Evidence } from './evidence.ts';
import { value } from './evidence.ts';
import { rulesWords } from './words.ts';

/** Looks up what another check found. */
export type Found = (name: CheckName) => Finding;
export type CommittedCheck = (evidence: Evidence, commitment: Commitment, found: Found) => Finding;

/** `finding`, unless a check on which it rests did not pass: then it cannot pass either, and after a failure says nothing. */
export function resting(found: Found, on: readonly CheckName[], finding: () => Finding): Finding {
  const broken = on.find((name) => found(name).status === 'failed');
  if (broken !== undefined) return notChecked('depends', broken);
  const result = finding();
  const open = on.find((name) => found(name).status !== 'passed');
  return open !== undefined && result.status === 'passed' ? notChecked('not-bound', open) : result;
}

export function malformed(reading: Reading<unknown>): Finding | undefined {
  return reading.ok ? undefined : failed('malformed', `${reading.fault.code} ${reading.fault.at}`.trim());
}

export function rulesCanonical(evidence: Evidence, found: Found): Finding {
  const rules = evidence.rules();
  if (rules === undefined) return notChecked('missing-file', 'rules.json');
  if (!rules.ok) return failed('malformed', `${rules.fault.code} ${rules.fault.at}`.trim());
  const [refused] = lintRulesAlone(rules.value);
  if (refused !== undefined) return failed('rules-refused', refused.code, rulesWords(refused));
  return resting(found, ['commit-canonical', 'rules-hash'], () => passed());
}

export const rulesHash: CommittedCheck = (evidence, commitment) => {
  const file = evidence.file('rules.json');
  if (file === undefined) return notChecked('missing-file', 'rules.json');
  if (digestHex(commitment.suite, file) !== commitment.rules) return failed('hash-differs', 'rules.json');
  const rules = value(evidence.rules());
  return rules !== undefined && rules.suite !== commitment.suite ? failed('suite-differs') : passed();
};

export const labelsHash: CommittedCheck = (evidence, commitment) => {
  const finding = plainHash(evidence, commitment, 'labels.csv', commitment.labels);
  return finding.status === 'passed' ? (malformed(evidence.labels()) ?? finding) : finding;
};

export const exclusionsHash: CommittedCheck = (evidence, commitment) =>
  plainHash(evidence, commitment, 'exclusions.csv', commitment.exclusions);

export const publicFiles: CommittedCheck = (evidence, commitment) => {
  const unknown = evidence.names.find((name) => !isFileName(name));
  if (unknown !== undefined) return failed('unknown-file', unknown.slice(0, 60));
  const leaked = commitment.public.find((name) => auditorsOnly.includes(name));
  if (leaked !== undefined) return failed('auditors-file-public', leaked);
  if (!commitment.pool.salted && evidence.file('salts.csv') !== undefined) return failed('salts-not-committed');
  const sealed =
    commitment.mode === 'sealed' && evidence.names.every((name) => name === 'commit.json' || name === 'log.json');
  if (sealed) return notChecked('sealed-not-open');
  const missing = commitment.public.filter((name) => evidence.file(name) === undefined);
  return missing.length > 0 ? failed('public-file-missing', missing.join(' ')) : passed();
};

export const poolSortedUnique: CommittedCheck = (evidence, _commitment, found) => {
  const pool = evidence.pool();
  if (pool === undefined) return notChecked('missing-file', 'pool.csv');
  return malformed(pool) ?? resting(found, ['pool-root'], () => passed());
};

export const poolRootCheck: CommittedCheck = (evidence, commitment) => {
  const file = evidence.file('pool.csv');
  if (file === undefined) return notChecked('missing-file', 'pool.csv');
  // The lines as they stand: whether they are well formed is another check's question.
  // A pool that reads is text; of another we still say whether its lines are those of the commitment.
  const isText = evidence.pool()?.ok === true || textOf(file) !== undefined;
  if (!isText || (file.length > 0 && file.at(-1) !== 10)) return failed('malformed', 'pool.csv');
  const lines = linesOf(file);
  if (!commitment.pool.salted) return rootFinding(rootOfLines(commitment.suite, lines), commitment);
  const salts = evidence.salts();
  if (salts === undefined) return notChecked('salts-withheld');
  if (!salts.ok) return failed('malformed', `salts.csv ${salts.fault.code} ${salts.fault.at}`.trim());
  const matched =
    salts.value.length === countOf(lines) && salts.value.every(({ id }, at) => beginsWith(lines, at, `${id},`));
  if (!matched) return failed('salts-do-not-match');
  return rootFinding(rootOfLines(commitment.suite, lines, salts.value), commitment);
};

export const poolCount: CommittedCheck = (evidence, commitment, found) => {
  const pool = evidence.pool();
  if (pool === undefined) return notChecked('missing-file', 'pool.csv');
  if (!pool.ok) return notChecked('depends', 'pool-sorted-unique');
  const rules = value(evidence.rules());
  return resting(found, ['pool-root', 'pool-sorted-unique', 'rules-hash', 'rules-canonical'], () => {
    if (pool.value.length !== commitment.pool.count) {
      return failed('count-differs', `${pool.value.length} != ${commitment.pool.count}`);
    }
    const counts = countsOf(pool.value, rules?.strata.map(({ code }) => code) ?? []);
    for (const code of new Set([...counts.keys(), ...commitment.pool.strata.keys()])) {
      const mine = counts.get(code);
      const theirs = commitment.pool.strata.get(code);
      if (mine?.eligible !== theirs?.eligible || mine?.excluded !== theirs?.excluded)
        return failed('count-differs', code);
      if (rules !== undefined && !rules.strata.some((stratum) => stratum.code === code))
        return failed('count-differs', code);
    }
    return passed();
  });
};

export const exclusionsMatchCheck: CommittedCheck = (evidence, _commitment, found) => {
  const pool = evidence.pool();
  if (pool === undefined) return notChecked('missing-file', 'pool.csv');
  if (!pool.ok) return notChecked('depends', 'pool-sorted-unique');
  return resting(found, ['pool-root', 'pool-sorted-unique', 'exclusions-hash'], () => {
    const exclusions = evidence.exclusions();
    if (!exclusions.ok) return failed('malformed', `exclusions.csv ${exclusions.fault.code} ${exclusions.fault.at}`);
    const withheld = evidence.file('exclusions.csv') === undefined && found('exclusions-hash').status !== 'passed';
    if (withheld) return notChecked('missing-file', 'exclusions.csv');
    return exclusionsMatch(pool.value, exclusions.value) ? passed() : failed('exclusions-differ');
  });
};

export const filesaltsCheck: CommittedCheck = (evidence, _commitment, found) => {
  const filesalts = evidence.filesalts();
  if (filesalts === undefined) return notChecked('filesalts-withheld');
  return malformed(filesalts) ?? resting(found, ['inspectors-hash', 'conflicts-hash'], () => passed());
};

export const inspectorsHash: CommittedCheck = (evidence, commitment) =>
  saltedFileHash(evidence, commitment, 'inspectors');
export const conflictsHash: CommittedCheck = (evidence, commitment) =>
  saltedFileHash(evidence, commitment, 'conflicts');

function saltedFileHash(evidence: Evidence, commitment: Commitment, which: 'inspectors' | 'conflicts'): Finding {
  const name = `${which}.csv` as const;
  const filesalts = evidence.filesalts();
  const file = evidence.file(name);
  if (filesalts === undefined) return notChecked(file === undefined ? 'missing-file' : 'filesalts-withheld', name);
  if (!filesalts.ok) return notChecked('depends', 'filesalts');
  if (saltedHash(commitment.suite, filesalts.value[which], file) === commitment[which]) return passed();
  return file === undefined ? notChecked('missing-file', name) : failed('hash-differs', name);
}

function plainHash(evidence: Evidence, commitment: Commitment, name: FileName, expected: string): Finding {
  const file = evidence.file(name);
  if (fileHash(commitment.suite, file ?? new Uint8Array()) === expected) return passed();
  return file === undefined ? notChecked('missing-file', name) : failed('hash-differs', name);
}

function rootFinding(root: string, commitment: Commitment): Finding {
  return root === commitment.pool.root ? passed() : failed('root-differs');
}
