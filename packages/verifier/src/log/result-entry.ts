import { canonicalBytes, readCanonical } from '../canonical/json.ts';
import { hashPattern, saltPattern } from '../canonical/pattern.ts';
import { matching, objectOf, oneOf } from '../canonical/shape.ts';
import { commitmentHash, readCommitment } from '../commitment/commitment.ts';
import type { Files } from '../commitment/file.ts';
import { fileOf, resultHash } from '../draw/draw.ts';
import { bytesOfHex } from '../hash/hex.ts';
import type { CheckStatus } from '../report/check.ts';
import { signatureStanding } from './checkpoint.ts';
import type { LogKey } from './key.ts';
import { placeOf, placeShapes, timeShape } from './log.ts';

const hash = matching(hashPattern);
const shape = objectOf(
  { entry: objectOf({ kind: oneOf('result'), c: hash, h: hash, at: timeShape }), ...placeShapes },
  { salt: matching(saltPattern) },
);

export interface ResultEntryReport {
  readonly status: CheckStatus;
  readonly code:
    | 'in-the-log'
    | 'malformed'
    | 'another-draw'
    | 'salt-missing'
    | 'salt-unexpected'
    | 'files-withheld'
    | 'hash-differs'
    | 'not-in-the-log'
    | 'log-key-unknown';
  /** One Chinese sentence. */
  readonly text: string;
}

const texts: Readonly<Record<ResultEntryReport['code'], string>> = {
  'in-the-log': '结果在开签时已记入公开日志，此后没有换过',
  malformed: '结果的收录证明读不出来',
  'another-draw': '收录证明是另一次抽签的',
  'salt-missing': '封存抽签的结果指纹要有盐才能核对，证明里没有盐',
  'salt-unexpected': '公开抽签的结果指纹不加盐，证明里却有盐',
  'files-withheld': '检查次序和检查组只供审计，公开包算不出结果的指纹',
  'hash-differs': '结果的指纹与公开日志里的不符',
  'not-in-the-log': '收录证明不成立，结果不在它所说的日志里',
  'log-key-unknown': '结果的指纹相符，也在证明所说的日志里；没有日志公钥，日志的签名未核',
};

/**
 * Whether the logged result entry is that of these files (mc-draw/1 §4): h = H(salt ‖ result files), the salt only in a
 * sealed draw, where it stands in this proof and in no file of the bundle. Never throws; `proof` comes from anyone.
 */
export function verifyResultEntry(
  files: Files,
  proof: Uint8Array,
  { logKeys = [] }: { readonly logKeys?: readonly LogKey[] } = {},
): ResultEntryReport {
  const commitment = readCommitment(fileOf(files, 'commit.json'));
  const json = readCanonical(proof);
  const read = json.ok ? shape(json.value, '') : json;
  if (!commitment.ok || !read.ok) return report('failed', 'malformed');
  const { suite, mode } = commitment.value;
  const { entry, salt } = read.value;
  if (entry.c !== commitmentHash(suite, fileOf(files, 'commit.json'))) return report('failed', 'another-draw');
  if (mode === 'sealed' && salt === undefined) return report('failed', 'salt-missing');
  if (mode === 'open' && salt !== undefined) return report('failed', 'salt-unexpected');
  if (!files.has('selected.csv') || !files.has('visits.csv') || !files.has('assignment.csv')) {
    return report('not-checked', 'files-withheld');
  }
  if (resultHash(suite, files, bytesOfHex(salt ?? '')) !== entry.h) return report('failed', 'hash-differs');
  const checkpoint = placeOf(read.value, canonicalBytes(entry));
  if (typeof checkpoint === 'string') return report('failed', 'not-in-the-log');
  const standing = signatureStanding(checkpoint, logKeys);
  if (standing === 'forged') return report('failed', 'not-in-the-log');
  return standing === 'signed' ? report('passed', 'in-the-log') : report('not-checked', 'log-key-unknown');
}

function report(status: CheckStatus, code: ResultEntryReport['code']): ResultEntryReport {
  return { status, code, text: texts[code] };
}
