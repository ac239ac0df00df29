import { expect, test } from 'vitest';
import { hexOf } from '../hash/hex.ts';
import { kernel } from '../kernel/fastest.ts';
import { textsOf } from '../kernel/texts.ts';
import { poolRoot } from '../merkle/pool-root.ts';
import type { PoolEntry } from '../roster/roster.ts';
import { countEndings, linesOfColumns, type PoolColumns } from '../roster/pool-columns.ts';
import type { Rules } from '../rules/rules.ts';
import { drawKey } from '../seed/seed.ts';
import { candidatesBelow, inTicketOrderOf } from './columns.ts';
import { inHeadOrder } from './head-order.ts';
import { drawSubjects } from './selection.ts';

const strata = ['chem', 'coal'];
const seed = 'ab'.repeat(32);
const pool = Array.from({ length: 5000 }, (_, at): PoolEntry => {
  const excluded = at % 13 === 0;
  return { id: `E${String(at).padStart(5, '0')}`, stratum: strata[at % 2] ?? '', group: '-', excluded, weight: 1 };
});
const columns: PoolColumns = {
  ids: textsOf(pool.map(({ id }) => id)),
  endings: [',chem,-,,1', ',coal,-,,1', ',chem,-,X,1', ',coal,-,X,1'].map((text) => ({
    text,
    eligible: !text.includes('X'),
  })),
  endingOf: Uint8Array.from(pool, ({ stratum, excluded }) => strata.indexOf(stratum) + (excluded ? 2 : 0)),
};

test('a pool in columns draws the same entries as a list of entries', () => {
  const rules: Rules = {
    v: 'mc-draw/1',
    suite: 'sm3',
    strata: strata.map((code) => ({ code, size: { count: 40 } })),
    reserve: { count: 0 },
    assignment: { balance: true, slots: { '*': [{}] } },
  };
  const key = drawKey('sm3', 'sample', seed);
  // Bounds of about 100 of 2500, given for the excluded too: they must not come along.
  const bounds = [0.04, 0.04, 0.04, 0.04].map((share) => share * 2 ** 32);
  const found = candidatesBelow('sm3', key, columns, { from: 0, to: pool.length }, bounds);
  const ordered = [...inTicketOrderOf('sm3', key, columns, found)];
  const drawn = strata.flatMap((_, at) => ordered.filter((number) => columns.endingOf[number] === at).slice(0, 40));
  expect(drawn.map((number) => pool[number]?.id)).toEqual(drawSubjects(rules, pool, seed).map(({ id }) => id));
});

test('its lines are those of pool.csv, so that the root is the same', () => {
  const lines = linesOfColumns(columns, { from: 0, to: pool.length });
  const root = kernel().rootOfTexts('sha256', lines, { from: 0, to: pool.length });
  expect(hexOf(root)).toBe(poolRoot('sha256', pool));
  expect(countEndings(columns)).toEqual([2307, 2308, 193, 192]);
});

test('tickets stand in the order of their 64 bits, and equal ones as they are compared', () => {
  const heads = Uint32Array.from({ length: 4000 }, (_, at) => ((at * 2654435761) >>> 0) >>> ((at >> 1) % 31));
  const byPlace = (a: number, b: number) => b - a;
  const numbers = Array.from({ length: 2000 }, (_, place) => place);
  const value = (place: number) => BigInt(heads[2 * place] ?? 0) * 2n ** 32n + BigInt(heads[2 * place + 1] ?? 0);
  numbers.sort((a, b) => (value(a) === value(b) ? byPlace(a, b) : value(a) < value(b) ? -1 : 1));
  expect([...inHeadOrder(heads, byPlace)]).toEqual(numbers);
});
