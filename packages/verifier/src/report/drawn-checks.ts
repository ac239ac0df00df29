import { replay } from '../amendments/replay.ts';
import { assignmentCsv } from '../assignment/assignment.ts';
import { visitsCsv } from '../assignment/visit.ts';
import type { FileName } from '../commitment/file.ts';
import { isDrandChainTrue, drandChainOf, isDrandSignature } from '../seed/drand.ts';
import { lineFits } from '../seed/line.ts';
import { seedOf } from '../seed/seed.ts';
import type { Source } from '../seed/source.ts';
import { lintSources } from '../seed/source.ts';
import { lintRules } from '../selection/lint.ts';
import { selectedCsv } from '../selection/selection.ts';
import { signatureStanding } from '../log/checkpoint.ts';
import { provenUnder, readLogProof } from '../log/log.ts';
import type { Finding } from './check.ts';
import { failed, notChecked, passed } from './check.ts';
import type { CommittedCheck, Found } from './committed-checks.ts';
import { malformed, resting } from './committed-checks.ts';
import type { Evidence } from './evidence.ts';
import { value } from './evidence.ts';
import { assignmentLimit, limits, selectionLimit } from './limits.ts';
import { rulesWords, sourceWords } from './words.ts';

export const sourcesCheck: CommittedCheck = (evidence, commitment) => {
  const [weak] = lintSources(commitment.sources, commitment.mode, commitment.pool.salted, commitment.openAt);
  if (weak !== undefined) return failed('sources-too-weak', weak.code, sourceWords(weak));
  const seed = evidence.seed();
  if (seed === undefined) return notChecked('missing-file', 'seed.json');
  if (!seed.ok) return notChecked('depends', 'seed');
  const { lines } = seed.value;
  if (lines.length !== commitment.sources.length) {
    return failed('line-count-differs', `${lines.length} != ${commitment.sources.length}`);
  }
  const wrong = commitment.sources.findIndex((source, at) => !lineFits(commitment, source, lines[at] ?? ''));
  if (wrong >= 0) return failed('line-does-not-fit', String(wrong + 1));
  return drandFinding(commitment.sources, lines);
};

/** Whether every drand line is signed by the chain that it names; of a chain that we do not list we cannot say. */
function drandFinding(sources: readonly Source[], lines: readonly string[]): Finding {
  let unknown: Finding | undefined;
  const named = sources.flatMap((source, at) => (source.kind === 'drand' ? [{ source, at }] : []));
  if (named.length > limits.drandLines) return notChecked('limit', `drandLines ${named.length} > ${limits.drandLines}`);
  for (const { source, at } of named) {
    if (drandChainOf(source.chain) === undefined) {
      unknown ??= notChecked('drand-chain-unknown', source.chain);
      continue;
    }
    if (!isDrandChainTrue(source)) return failed('drand-chain-differs', String(at + 1));
    const signature = lines[at]?.split(':')[3] ?? '';
    if (isDrandSignature(source.scheme, source.key, source.round, signature) !== true) {
      return failed('drand-signature-wrong', String(at + 1));
    }
  }
  return unknown ?? passed();
}

export const seedCheck: CommittedCheck = (evidence, commitment, found) => {
  const seed = evidence.seed();
  const c = evidence.c();
  if (seed === undefined || c === undefined) return notChecked('missing-file', 'seed.json');
  const wrong = malformed(seed);
  if (wrong !== undefined || !seed.ok) return wrong ?? notChecked('missing-file', 'seed.json');
  if (seedOf(commitment.suite, c, seed.value.lines) !== seed.value.seed) return failed('seed-differs');
  return resting(found, ['sources'], () => passed());
};

export const selectionCheck: CommittedCheck = (evidence, commitment, found) => {
  const rules = value(evidence.rules());
  const pool = value(evidence.pool());
  const tooSmall = [...(rules?.strata ?? [])].find(
    ({ code, size }) => 'count' in size && size.count > (commitment.pool.strata.get(code)?.eligible ?? 0),
  );
  const rests = ['rules-hash', 'rules-canonical', 'seed', 'pool-root', 'pool-sorted-unique', 'pool-count'] as const;
  return resting(found, rests, () => {
    if (tooSmall !== undefined) return failed('rules-refused', 'size-above-eligible', tooSmall.code);
    for (const name of ['rules.json', 'pool.csv', 'seed.json', 'selected.csv'] as const) {
      if (evidence.file(name) === undefined) return notChecked('missing-file', name);
    }
    if (rules === undefined || pool === undefined) return notChecked('missing-file', 'rules.json');
    const limit = selectionLimit(rules, pool);
    if (limit !== undefined) return notChecked('limit', limit);
    const [refused] = lintRules(rules, pool);
    if (refused !== undefined) return failed('rules-refused', refused.code, rulesWords(refused));
    const selection = evidence.selection();
    if (selection === undefined) return notChecked('missing-file', 'seed.json');
    return sameBytes(evidence, 'selected.csv', selectedCsv(selection));
  });
};

export const assignmentCheck: CommittedCheck = (evidence, _commitment, found) =>
  resting(found, ['selection', 'inspectors-hash', 'conflicts-hash', 'filesalts'], () => {
    const withheld = (['visits.csv', 'assignment.csv', 'inspectors.csv', 'conflicts.csv'] as const).find(
      (name) => evidence.file(name) === undefined && !countsAsEmpty(found, name),
    );
    if (withheld !== undefined) return notChecked('missing-file', withheld);
    if (!recomputed(found('selection'))) return notChecked('depends', 'selection');
    const wrong = malformed(evidence.inspectors()) ?? malformed(evidence.conflicts());
    if (wrong !== undefined) return wrong;
    const limit = limitOf(evidence);
    if (limit !== undefined) return notChecked('limit', limit);
    const assignment = evidence.assignment();
    if (assignment === undefined) return notChecked('depends', 'selection');
    const visits = sameBytes(evidence, 'visits.csv', visitsCsv(assignment.visits));
    const seats = sameBytes(evidence, 'assignment.csv', assignmentCsv(assignment.seats));
    return visits.status === 'passed' ? seats : visits;
  });

export const amendmentsCheck: CommittedCheck = (evidence, commitment, found) => {
  const lines = evidence.amendments();
  if (!lines.ok) return failed('malformed', `${lines.fault.code} ${lines.fault.at}`.trim());
  if (lines.value.length > limits.amendments) return notChecked('limit', `amendments ${lines.value.length}`);
  return resting(found, ['selection', 'assignment'], () => {
    if (!recomputed(found('assignment'))) return notChecked('depends', 'assignment');
    if (lines.value.length === 0) return passed('no-amendments');
    const [c, drawn] = [evidence.c(), evidence.drawn()];
    if (c === undefined || drawn === undefined) return notChecked('depends', 'assignment');
    const outcome = replay(commitment.suite, c, drawn, evidence.file('amendments.jsonl') ?? new Uint8Array());
    return outcome.ok ? passed() : failed('amendment-wrong', `${outcome.fault.code} ${outcome.fault.line}`);
  });
};

export const logCheck: CommittedCheck = (evidence, commitment) => {
  const file = evidence.file('log.json');
  const c = evidence.c();
  if (file === undefined || c === undefined) return notChecked('missing-file', 'log.json');
  const proof = readLogProof(file);
  if (!proof.ok) return failed('malformed', `${proof.fault.code} ${proof.fault.at}`.trim());
  const found = provenUnder(proof.value, commitment, c);
  if (typeof found === 'string') return failed('log-wrong', found);
  const place = String(proof.value.index + 1);
  switch (signatureStanding(found, evidence.logKeys)) {
    case 'signed':
      return passed('in-the-log', place);
    case 'forged':
      return failed('log-wrong', 'signature-wrong');
    case 'unknown':
      return notChecked('log-key-unknown', place);
  }
};

function sameBytes(evidence: Evidence, name: FileName, expected: Uint8Array): Finding {
  const file = evidence.file(name);
  if (file === undefined) return notChecked('missing-file', name);
  const same = file.length === expected.length && file.every((byte, at) => byte === expected[at]);
  return same ? passed() : failed('result-differs', name);
}

/** True when the check compared our own result with the file, even if it may not pass. */
function recomputed({ status, code }: Finding): boolean {
  return status === 'passed' || code === 'not-bound';
}

/** True when a missing list is one that the commitment says is empty (§4). */
function countsAsEmpty(found: Found, name: FileName): boolean {
  if (name === 'inspectors.csv') return found('inspectors-hash').status === 'passed';
  return name === 'conflicts.csv' && found('conflicts-hash').status === 'passed';
}

function limitOf(evidence: Evidence): string | undefined {
  const [rules, pool] = [value(evidence.rules()), value(evidence.pool())];
  const [inspectors, conflicts] = [value(evidence.inspectors()), value(evidence.conflicts())];
  if (rules === undefined || pool === undefined || inspectors === undefined || conflicts === undefined)
    return undefined;
  return assignmentLimit(rules, pool, inspectors, conflicts.length);
}
