import { expect, test } from 'vitest';
import { vector } from '../../test/vector.ts';
import { commitmentHash } from '../commitment/commitment.ts';
import { fileOf } from '../draw/draw.ts';
import type { OwnEntry } from './own-entry.ts';
import { ownEntryOf, parseOwnEntry, verifyOwnEntry } from './own-entry.ts';
import { talliesOf } from './tally.ts';

/** What every entry of a vector's pool would be told about itself. */
function entriesOf(name: string): readonly OwnEntry[] {
  const files = vector(name);
  const tallies = talliesOf(files);
  const ids = Buffer.from(fileOf(files, 'pool.csv')).toString().split('\n').slice(0, -1);
  return ids.flatMap((line) => {
    const tally = tallies?.(line.split(',')[0] ?? '');
    const own = tally === undefined ? undefined : ownEntryOf(files, tally);
    return own === undefined ? [] : [own];
  });
}

const c = (name: string, suite: 'sha256' | 'sm3') => commitmentHash(suite, fileOf(vector(name), 'commit.json'));
const statuses = (entry: OwnEntry, known?: string) =>
  Object.fromEntries(verifyOwnEntry(entry, known).map(({ name, status }) => [name, status]));
const whole = { commitment: 'passed', seed: 'passed', 'pool-line': 'passed', ticket: 'passed', outcome: 'passed' };

test('every entry of a draw can check what it is told: line, ticket, and why it was drawn or not', () => {
  for (const [name, suite] of [
    ['plain-sha256', 'sha256'],
    ['plain-sm3', 'sm3'],
  ] as const) {
    const entries = entriesOf(name);
    expect(entries.length).toBeGreaterThan(10);
    expect(new Set(entries.map(({ outcome }) => outcome)).size).toBeGreaterThan(2);
    for (const entry of entries) expect(statuses(entry, c(name, suite))).toEqual(whole);
  }
});

test('with a salted pool the own salt alone proves the own line, and nobody else’s', () => {
  const [first, second] = entriesOf('batches-salted');
  if (first === undefined || second === undefined) throw new Error('the vector has no entries');
  expect(statuses(first, c('batches-salted', 'sha256'))).toEqual(whole);
  const borrowed = { ...first, proof: { ...first.proof, salt: second.proof.salt } };
  expect(statuses(borrowed)['pool-line']).toBe('failed');
  expect(entriesOf('public-salted')).toEqual([]);
});

test('without a commitment from elsewhere, or with quota or weights, it says what stays open instead of passing', () => {
  const [plain] = entriesOf('plain-sha256');
  const [weighted] = entriesOf('weighted');
  if (plain === undefined || weighted === undefined) throw new Error('the vectors have no entries');
  expect(statuses(plain)).toEqual({ ...whole, commitment: 'not-checked' });
  expect(statuses(weighted)['outcome']).toBe('not-checked');
});

test('any one thing changed is found: the result, the ticket, the cut-off, the line, the path, the seed, the commitment', () => {
  const entry = entriesOf('plain-sha256').find(({ outcome }) => outcome === 'not-selected');
  if (entry?.cutOff === undefined) throw new Error('the vector has nobody who was not drawn');
  const known = c('plain-sha256', 'sha256');
  const nodes = [...entry.proof.path].reverse();
  const changes: readonly (readonly [string, Partial<OwnEntry>])[] = [
    ['outcome', { outcome: 'selected' }],
    ['outcome', { cutOff: 'f'.repeat(64) }],
    ['outcome', { outcome: 'excluded' }],
    ['ticket', { ticket: `0${entry.ticket.slice(1)}` === entry.ticket ? 'f'.repeat(64) : `0${entry.ticket.slice(1)}` }],
    ['pool-line', { proof: { ...entry.proof, line: entry.proof.line.replace(/1$/, '2') } }],
    ['pool-line', { proof: { ...entry.proof, path: nodes } }],
    ['pool-line', { proof: { ...entry.proof, size: entry.proof.size + 1 } }],
    ['seed', { seed: entry.seed.replace(/"seed":"./, '"seed":"') }],
    ['commitment', { commit: entry.commit.replace('"drawNo":', '"drawNo":1') }],
  ];
  for (const [name, change] of changes)
    expect([name, statuses({ ...entry, ...change }, known)[name]]).toEqual([name, 'failed']);
});

test('an entry comes back from JSON whole, and anything else comes back as nothing', () => {
  for (const entry of entriesOf('batches-salted').slice(0, 3)) {
    expect(parseOwnEntry(JSON.parse(JSON.stringify(entry)))).toEqual(entry);
  }
  const [entry] = entriesOf('plain-sha256');
  for (const wrong of [
    null,
    'x',
    {},
    { ...entry, outcome: 'won' },
    { ...entry, proof: { ...entry?.proof, path: 'ab' } },
  ]) {
    expect(parseOwnEntry(wrong)).toBeUndefined();
  }
});

test('what is no JSON, no hex and no line gets an answer and no exception', () => {
  const nonsense = {
    id: '',
    commit: '{',
    seed: '',
    proof: { line: '', salt: 'x', index: -1, size: 0, path: ['y'] },
    ticket: '',
    outcome: 'selected',
  } as const;
  expect(verifyOwnEntry(nonsense).map(({ status }) => status)).toEqual(['failed']);
  const [entry] = entriesOf('plain-sha256');
  if (entry === undefined) throw new Error('the vector has no entries');
  expect(statuses({ ...entry, proof: nonsense.proof })['pool-line']).toBe('failed');
});
