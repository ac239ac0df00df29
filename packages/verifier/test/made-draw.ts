import { readCommitment, commitmentBytes } from '../src/commitment/commitment.ts';
import type { FileName } from '../src/commitment/file.ts';
import type { Frozen } from '../src/commitment/freeze.ts';
import { commitmentOf } from '../src/commitment/freeze.ts';
import { runDraw, trusted } from '../src/draw/draw.ts';
import { lineOf, witnessCommitment } from '../src/seed/line.ts';
import type { Source } from '../src/seed/source.ts';

export const reveal = '00112233445566778899aabbccddeeff';
export const dice: Source = { kind: 'dice', by: 'hall', digits: 20 };
export const witness: Source = {
  kind: 'witness',
  by: 'P1',
  id: 'W1',
  commitment: witnessCommitment('sm3', '140428-YJ', 1, 'W1', reveal),
};
/** Twelve objects, one of them excluded, four inspectors, dice and a witness. */
export const frozen = (change: Partial<Frozen> = {}): Frozen => ({
  rules: {
    v: 'mc-draw/1',
    suite: 'sm3',
    strata: [{ code: 'chem', size: { ratio: { n: 20, d: 100 }, round: 'ceil' } }],
    reserve: { count: 2 },
    assignment: { balance: true, slots: { '*': [{}, {}] } },
  },
  mode: 'open',
  bureau: '140428-YJ',
  drawNo: 1,
  prev: '',
  pool: Array.from({ length: 12 }, (_, at) => ({
    id: `E${at}`,
    stratum: 'chem',
    group: '-',
    excluded: at === 3,
    weight: 1,
  })),
  exclusions: [{ id: 'E3', reasonCode: 'suspended' }],
  inspectors: Array.from({ length: 4 }, (_, at) => ({ id: `I${at}`, department: 'YJ', certificates: [], cap: 9 })),
  conflicts: [],
  filesalts: { conflicts: '1'.repeat(32), inspectors: '2'.repeat(32) },
  labels: [{ id: 'E1', name: '长子县天字号精细化工厂' }],
  sources: [dice, witness],
  openAt: '2022-04-06T02:00:00Z',
  publicFiles: ['rules.json', 'pool.csv', 'exclusions.csv', 'seed.json', 'selected.csv', 'labels.csv'],
  ...change,
});
export const values = ['40719365028841736259', reveal];
/** The whole bundle of a draw by the book. */
export function drawnBundle(given: Frozen = frozen(), brought = values): Map<FileName, Uint8Array> {
  const { files } = commitmentOf(given);
  const lines = given.sources.map((source, at) => {
    const line = lineOf(given.rules.suite, given.bureau, given.drawNo, source, brought[at] ?? 'a'.repeat(96));
    if (line === undefined) throw new Error('the value does not fit its source');
    return line;
  });
  return new Map([...files, ...runDraw(files, lines).files]);
}

/** The bundle with its commitment changed and everything after it drawn again: a bureau that committed to the wrong thing. */
export function recommitted(given: Frozen, change: object, spoiled: readonly (readonly [FileName, Uint8Array])[] = []) {
  const files = commitmentOf(given).files;
  const commitment = trusted(readCommitment(files.get('commit.json') ?? new Uint8Array()));
  const all = new Map([...files, ...spoiled, ['commit.json', commitmentBytes({ ...commitment, ...change })] as const]);
  const lines = ['dice:40719365028841736259', `witness:W1:${reveal}`];
  return new Map([...all, ...runDraw(all, lines).files]);
}
