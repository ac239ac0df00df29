import type { Commitment } from '../commitment/commitment.ts';
import { commitmentHash, readCommitment } from '../commitment/commitment.ts';
import type { Files } from '../commitment/file.ts';
import { fileOf } from '../draw/draw.ts';
import type { Hex } from '../hash/hex.ts';
import { textOf, utf8 } from '../hash/utf8.ts';
import type { PoolProof } from '../merkle/pool-root.ts';
import { provesInclusion } from '../merkle/pool-root.ts';
import { lineFits } from '../seed/line.ts';
import type { SeedFile } from '../seed/seed.ts';
import { drawKey, readSeed, seedOf } from '../seed/seed.ts';
import { ticketOf } from '../selection/ticket.ts';
import type { CheckStatus } from './check.ts';
import type { Tally } from './tally.ts';

/** What an enterprise is told about itself alone, with all that it takes to check it (mc-draw/1 §9, last paragraph). */
export interface OwnEntry {
  readonly id: string;
  /** commit.json and seed.json as they stand. */
  readonly commit: string;
  readonly seed: string;
  /** Its own line of pool.csv, its own salt, and the path to the root. */
  readonly proof: PoolProof;
  readonly ticket: Hex;
  readonly outcome: Tally['outcome'];
  /** The last S ticket of its stratum; absent with a quota or weights, where it decides nothing. */
  readonly cutOff?: Hex;
}

export const ownChecks = ['commitment', 'seed', 'pool-line', 'ticket', 'outcome'] as const;
export interface OwnCheck {
  readonly name: (typeof ownChecks)[number];
  readonly status: CheckStatus;
  /** One Chinese sentence. */
  readonly text: string;
}

/** The evidence of one tally; absent where the salts are withheld. */
export function ownEntryOf(files: Files, { id, ticket, outcome, cutOff, proof }: Tally): OwnEntry | undefined {
  const commit = textOf(fileOf(files, 'commit.json'));
  const seed = textOf(fileOf(files, 'seed.json'));
  if (proof === undefined || commit === undefined || seed === undefined) return undefined;
  return { id, commit, seed, proof, ticket, outcome, ...(cutOff === undefined ? {} : { cutOff }) };
}

/**
 * Checks what somebody was told about himself, without the pool. Never throws: the entry comes from anyone. `c` is the
 * commitment that the reader has from elsewhere, such as the public log; without it the first check stays open.
 */
export function verifyOwnEntry(entry: OwnEntry, c?: Hex): readonly OwnCheck[] {
  const commitment = readCommitment(utf8(entry.commit));
  const seed = readSeed(utf8(entry.seed));
  if (!commitment.ok || !seed.ok) {
    const name = commitment.ok ? 'seed' : 'commitment';
    return [failed(name, `${name === 'seed' ? 'seed.json' : 'commit.json'}读不出来，不能核对`)];
  }
  const own = commitmentHash(commitment.value.suite, utf8(entry.commit));
  return [
    commitmentCheck(own, c),
    seedCheck(commitment.value, own, seed.value),
    lineCheck(commitment.value, entry),
    ticketCheck(commitment.value, seed.value, entry),
    outcomeCheck(entry),
  ];
}

function commitmentCheck(own: Hex, c: Hex | undefined): OwnCheck {
  if (c === undefined) return { name: 'commitment', status: 'not-checked', text: '没有另外得到的承诺可以对照' };
  return own === c
    ? passed('commitment', '承诺与公布的逐字相同')
    : failed('commitment', '给出的承诺与公布的不同，这不是同一次抽签');
}

function seedCheck(commitment: Commitment, c: Hex, { lines, seed }: SeedFile): OwnCheck {
  const fits =
    lines.length === commitment.sources.length &&
    commitment.sources.every((source, at) => lineFits(commitment, source, lines[at] ?? ''));
  if (!fits) return failed('seed', '随机数与承诺的来源不符');
  return seedOf(commitment.suite, c, lines) === seed
    ? passed('seed', '种子由承诺和全部随机数算出，见证人的数与事先的指纹相符')
    : failed('seed', '种子不是由承诺和随机数算出的');
}

function lineCheck({ suite, pool }: Commitment, { id, proof }: OwnEntry): OwnCheck {
  const same = proof.line.startsWith(`${id},`) && proof.size === pool.count && (proof.salt !== '') === pool.salted;
  return same && provesInclusion(suite, proof, pool.root)
    ? passed('pool-line', `您这一行在承诺的名单里，第${proof.index + 1}行，共${proof.size}行`)
    : failed('pool-line', '您这一行不在承诺的名单里');
}

function ticketCheck({ suite }: Commitment, { seed }: SeedFile, { id, ticket }: OwnEntry): OwnCheck {
  return ticketOf(suite, drawKey(suite, 'sample', seed), id) === ticket
    ? passed('ticket', '签号由抽取钥匙和您的代码算出，一位不差')
    : failed('ticket', '签号不是由抽取钥匙和您的代码算出的');
}

function outcomeCheck({ proof, ticket, outcome, cutOff }: OwnEntry): OwnCheck {
  const excluded = proof.line.split(',')[3] === 'X';
  if (excluded !== (outcome === 'excluded')) return failed('outcome', '名单里的排除标记与结果不符');
  if (excluded) return passed('outcome', '名单里您这一行有排除标记，所以不能被抽中');
  if (cutOff === undefined) {
    return { name: 'outcome', status: 'not-checked', text: '有比例要求或权重，单凭签号不能判断，要用整个证据包重算' };
  }
  return ticket <= cutOff === (outcome === 'selected')
    ? passed(
        'outcome',
        outcome === 'selected' ? '您的签号不大于截止签号，所以抽中' : '您的签号大于截止签号，所以没有抽中',
      )
    : failed('outcome', '签号与截止签号的大小和结果不符');
}

function passed(name: OwnCheck['name'], text: string): OwnCheck {
  return { name, status: 'passed', text };
}
function failed(name: OwnCheck['name'], text: string): OwnCheck {
  return { name, status: 'failed', text };
}

const outcomes = ['selected', 'reserve', 'not-selected', 'excluded'] as const;

/** An entry that came as JSON from anyone, or `undefined` when it has not its shape. */
export function parseOwnEntry(value: unknown): OwnEntry | undefined {
  const [entry, proof] = [fieldsOf(value), fieldsOf(fieldsOf(value)?.['proof'])];
  if (entry === undefined || proof === undefined) return undefined;
  const { id, commit, seed, ticket, cutOff } = entry;
  const { line, salt, index, size, path } = proof;
  const outcome = outcomes.find((one) => one === entry['outcome']);
  if (!isText(id) || !isText(commit) || !isText(seed) || !isText(ticket) || outcome === undefined) return undefined;
  if (!isText(line) || !isText(salt) || !isCount(index) || !isCount(size)) return undefined;
  if (!Array.isArray(path) || path.length > 64 || !path.every(isText)) return undefined;
  if (cutOff !== undefined && !isText(cutOff)) return undefined;
  const own = { id, commit, seed, ticket, outcome, proof: { line, salt, index, size, path } };
  return cutOff === undefined ? own : { ...own, cutOff };
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? { ...value } : undefined;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 20_000;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
