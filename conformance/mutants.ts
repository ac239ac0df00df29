import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { FileName, Files, LogKey } from '@mingchou/verifier';
import {
  base64Of,
  commitmentHash,
  hexOf,
  inclusionPath,
  leafHash,
  logKey,
  readCommitment,
  treeHash,
  utf8,
  writeNote,
} from '@mingchou/verifier';
import { chance } from './draws.ts';
import type { Bundle } from './second-opinion.ts';

type Below = (bound: number) => number;
/** Another content for a file, or the same where the change does not apply. */
type Spoil = (content: Uint8Array, below: Below, fellow: Uint8Array) => Uint8Array;

const origin = 'example.gov.cn/log';
const privateKey = createPrivateKey({
  key: Buffer.from(`302e020100300506032b657004220420${'07'.repeat(32)}`, 'hex'),
  format: 'der',
  type: 'pkcs8',
});

/** The key under which `logged` bundles are in a log. */
export const testLogKey: LogKey = logKey(
  origin,
  new Uint8Array(createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-32)),
);

/** The bundle with the proof that its commitment was logged in time: nothing is left unproven in it. */
export function logged(files: Files): Files {
  const commitJson = files.get('commit.json') ?? new Uint8Array();
  const reading = readCommitment(commitJson);
  if (!reading.ok) throw new Error('only a readable commitment can be logged');
  const { suite, bureau, drawNo } = reading.value;
  const c = commitmentHash(suite, commitJson);
  const entry = { at: '2020-01-01T00:00:00Z', bureau, c, drawNo, kind: 'commitment' };
  const leaves = ['x', JSON.stringify(entry), 'y'].map((text) => leafHash('sha256', text));
  const path = (inclusionPath('sha256', leaves, 1) ?? []).map(hexOf);
  const text = `${origin}\n3\n${base64Of(treeHash('sha256', leaves))}\n`;
  const signature = new Uint8Array(sign(null, utf8(text), privateKey));
  const checkpoint = writeNote({ text, signatures: [{ name: origin, keyId: testLogKey.id, signature }] });
  return new Map([...files, ['log.json', utf8(JSON.stringify({ checkpoint, entry, index: 1, path, size: 3 }))]]);
}

/** `count` bundles, each one of the given with one to three changes; the same `seed` gives the same. */
export function mutants(bundles: readonly Bundle[], count: number, seed: number): readonly Bundle[] {
  const below = chance(seed);
  const one = (at: number): Bundle => {
    const base = bundles[at % bundles.length];
    const fellow = bundles[below(bundles.length)];
    if (base === undefined || fellow === undefined) throw new Error('there is no bundle to change');
    for (;;) {
      let mutant = base;
      for (let change = below(4) === 0 ? 1 + below(3) : 1; change > 0; change--)
        mutant = changedOnce(mutant, below, fellow);
      if (!sameFiles(mutant.files, base.files)) return mutant;
    }
  };
  return Array.from({ length: count }, (_, at) => one(at));
}

function changedOnce({ name, files }: Bundle, below: Below, fellow: Bundle): Bundle {
  const names = [...files.keys()];
  const file = names[below(names.length)] ?? 'commit.json';
  const kind = kinds[below(kinds.length)] ?? 'bit';
  return { name: `${name} › ${kind} in ${file}`, files: withSpoilt(files, file, kind, below, fellow.files) };
}

function withSpoilt(files: Files, file: FileName, kind: Kind, below: Below, fellow: Files): Files {
  if (kind === 'file lost') return new Map([...files].filter(([name]) => name !== file));
  const content = files.get(file) ?? new Uint8Array();
  return new Map([...files, [file, spoils[kind](content, below, fellow.get(file) ?? new Uint8Array())]]);
}

const onText =
  (change: (text: string, below: Below) => string): Spoil =>
  (content, below) =>
    new Uint8Array(Buffer.from(change(Buffer.from(content).toString('latin1'), below), 'latin1'));
const onLines = (change: (lines: string[], at: number, below: Below) => readonly string[]): Spoil =>
  onText((text, below) => {
    const lines = text.split('\n').slice(0, -1);
    if (lines.length === 0) return text;
    return change(lines, below(lines.length), below)
      .map((line) => `${line}\n`)
      .join('');
  });
/** Another text for one of the matches. */
const onMatch = (pattern: RegExp, change: (found: string, below: Below) => string): Spoil =>
  onText((text, below) => {
    const found = [...text.matchAll(pattern)];
    const match = found[below(Math.max(1, found.length))];
    if (match === undefined) return text;
    return text.slice(0, match.index) + change(match[0], below) + text.slice(match.index + match[0].length);
  });
const splice = (content: Uint8Array, from: number, to: number, ...bytes: readonly number[]) =>
  Uint8Array.from([...content.subarray(0, from), ...bytes, ...content.subarray(to)]);

const spoils = {
  bit: (content, below) => {
    const at = below(Math.max(1, content.length));
    return splice(content, at, at + 1, (content[at] ?? 0) ^ (1 << below(8)));
  },
  'byte put in': (content, below) => {
    const at = below(content.length + 1);
    return splice(content, at, at, below(256));
  },
  'byte left out': (content, below) => {
    const at = below(Math.max(1, content.length));
    return splice(content, at, at + 1);
  },
  'tail cut': (content, below) => content.slice(0, below(Math.max(1, content.length))),
  'line feed appended': (content) => splice(content, content.length, content.length, 10),
  'byte-order mark': (content) => splice(content, 0, 0, 0xef, 0xbb, 0xbf),
  CRLF: onText((text) => text.replaceAll('\n', '\r\n')),
  emptied: () => new Uint8Array(),
  'of another draw': (_content, _below, fellow) => fellow,
  'line twice': onLines((lines, at) => lines.toSpliced(at, 0, lines[at] ?? '')),
  'line left out': onLines((lines, at) => lines.toSpliced(at, 1)),
  'lines exchanged': onLines((lines, at, below) => {
    const other = below(lines.length);
    return lines.with(at, lines[other] ?? '').with(other, lines[at] ?? '');
  }),
  'field exchanged': onMatch(/[^,\n]+,[^,\n]+/g, (pair) => pair.split(',').reverse().join(',')),
  'another digit': onMatch(/[0-9]/g, (digit, below) => String((Number(digit) + 1 + below(9)) % 10)),
  'another hash': onMatch(/[0-9a-f]{32,}/g, (hash, below) => hash.replace(/./, () => below(16).toString(16))),
  'full-width digit': onMatch(/[0-9]/g, (digit) => `\xef\xbc${String.fromCharCode(0x90 + Number(digit))}`),
  'other case': onMatch(/[A-Za-z]/g, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase())),
  'leading zero': onMatch(/\b[0-9]+\b/g, (number) => `0${number}`),
  'space after a colon': onMatch(/":/g, (colon) => `${colon} `),
  'escaped letter': onMatch(/[a-z]/g, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
  'flag turned': onMatch(/,X?,/g, (flag) => (flag === ',,' ? ',X,' : ',,')),
  'truth turned': onMatch(/true|false/g, (truth) => (truth === 'true' ? 'false' : 'true')),
  'number raised': onMatch(/\b[1-9][0-9]{0,8}\b/g, (number) => String(Number(number) + 1)),
  'kind exchanged': onMatch(/,[SR]\n/g, (kind) => (kind === ',S\n' ? ',R\n' : ',S\n')),
} satisfies Record<string, Spoil>;

type Kind = keyof typeof spoils | 'file lost';
const kinds: readonly Kind[] = [...(Object.keys(spoils) as (keyof typeof spoils)[]), 'file lost'];

/** True for the same names with the same bytes; a file that does not exist counts as empty (§4). */
export function sameFiles(a: Files, b: Files): boolean {
  const names = new Set([...a.keys(), ...b.keys()]);
  return [...names].every((name) => Buffer.from(a.get(name) ?? []).equals(Buffer.from(b.get(name) ?? [])));
}
