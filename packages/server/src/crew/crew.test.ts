import { hexOf, type PoolColumns, type PoolEntry, poolRoot, textsOf } from '@mingchou/verifier';
import { drawSubjects, drawKey } from '@mingchou/verifier';
import { afterAll, expect, test } from 'vitest';
import { openCrew } from './crew.ts';
import { drawFromColumns, rootOfColumns } from './large-pool.ts';

const crew = openCrew(2);
afterAll(() => crew.close());

const seed = 'cd'.repeat(32);
const pool = Array.from({ length: 3000 }, (_, at): PoolEntry => {
  const stratum = at % 3 === 0 ? 'coal' : 'chem';
  return { id: `E${String(at).padStart(5, '0')}`, stratum, group: '-', excluded: false, weight: 1 };
});
const columns: PoolColumns = {
  ids: textsOf(pool.map(({ id }) => id)),
  endings: ['chem', 'coal'].map((code) => ({ text: `,${code},-,,1`, eligible: true })),
  endingOf: Uint8Array.from(pool, ({ stratum }) => (stratum === 'coal' ? 1 : 0)),
};

test('threads draw from a pool in columns what one thread draws from its entries, and fold the same root', async () => {
  const rules = {
    v: 'mc-draw/1',
    suite: 'sha256',
    strata: [
      { code: 'chem', size: { count: 25 } },
      { code: 'coal', size: { count: 2000 } },
    ],
    reserve: { count: 0 },
    assignment: { balance: true, slots: { '*': [{}] } },
  } as const;
  // More of 煤矿 are asked for than there are: then all of them come.
  const drawn = await drawFromColumns(crew, 'sha256', drawKey('sha256', 'sample', seed), columns, [25, 2000]);
  const ids = drawn.map((numbers) => [...numbers].map((number) => pool[number]?.id));
  const lines = drawSubjects(rules, pool, seed);
  expect(ids[0]).toEqual(lines.filter(({ stratum }) => stratum === 'chem').map(({ id }) => id));
  expect(ids[1]).toEqual(lines.filter(({ stratum }) => stratum === 'coal').map(({ id }) => id));
  expect(hexOf(await rootOfColumns(crew, 'sm3', columns))).toBe(poolRoot('sm3', pool));
});

test('what a thread throws comes back to who asked, and the next task is done', async () => {
  await expect(crew.run({ kind: 'draw', files: new Map(), lines: [] })).rejects.toThrow('not a file of ours');
  expect(hexOf(await rootOfColumns(crew, 'sha256', columns))).toBe(poolRoot('sha256', pool));
});
