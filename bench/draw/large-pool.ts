// Pools of many millions in memory: tickets, selection and Merkle root in threads.
import os from 'node:os';
import { countEndings, type PoolColumns } from '@mingchou/verifier';
import { openCrew } from '../../packages/server/src/crew/crew.ts';
import { drawFromColumns, rootOfColumns } from '../../packages/server/src/crew/large-pool.ts';
import type { Figure } from '../figure.ts';
import { sqlSeconds } from './in-sql.ts';

const sampleKey = '00112233445566778899aabbccddeeff';
const strata = ['chem', 'coal', 'industry', 'trade'];

/** `MINGCHOU_BENCH_ENTRIES` shortens the long run; its goals then shrink with it. */
const entries = Number(process.env['MINGCHOU_BENCH_ENTRIES'] ?? 180_000_000);
const threads = Math.min(2, os.availableParallelism());

export async function largePoolFigures(): Promise<readonly Figure[]> {
  const crew = openCrew(threads);
  try {
    const inSql = await sqlSeconds();
    // Threads are started once for many draws.
    await drawOnePercent(poolOf(Math.min(entries, 3_000_000)));
    const ten = await timed(() => drawOnePercent(poolOf(Math.min(entries, 10_000_000))));
    const pool = poolOf(entries);
    const large = await timed(() => drawOnePercent(pool));
    const root = await timed(() => rootOfColumns(crew, 'sha256', pool));
    const memory = process.memoryUsage().rss / 2 ** 30;
    const share = entries / 180_000_000;
    const millions = (count: number) => `${count / 1e6} million ids`;
    const ofTen = Math.min(entries, 10_000_000);
    const figures: Figure[] = [
      ...inSql.map(({ name, seconds }): Figure => {
        const reference = { name: `PostgreSQL, ${name} of as many rows`, value: seconds * ofTen };
        return { ...drawn(`1 % of ${millions(ofTen)}`, ten), goal: { atMost: (1.5 * ofTen) / 1e7 }, reference };
      }),
      { ...drawn(`1 % of ${millions(entries)}`, large), goal: { atMost: 15 * share } },
      { ...drawn(`Merkle root of ${millions(entries)}`, root), goal: { atMost: 60 * share } },
      { name: `memory with ${millions(entries)}`, value: memory, unit: 'GiB', goal: { atMost: 4 } },
    ];
    return figures;
  } finally {
    await crew.close();
  }

  async function drawOnePercent(pool: PoolColumns): Promise<unknown> {
    const wanted = countEndings(pool).map((count) => Math.ceil(count / 100));
    return drawFromColumns(crew, 'sha256', sampleKey, pool, wanted);
  }
}

interface Timed {
  readonly seconds: number;
  readonly processor: number;
}

function drawn(name: string, { seconds, processor }: Timed): Pick<Figure, 'name' | 'value' | 'unit'> {
  const shared = `${processor.toFixed(1)} s of processor time on ${threads} threads`;
  return { name: `${name} (${shared})`, value: seconds, unit: 's' };
}

async function timed(work: () => Promise<unknown>): Promise<Timed> {
  const before = process.cpuUsage();
  const begun = performance.now();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - begun) / 1000, processor: (user + system) / 1e6 };
}

function poolOf(count: number): PoolColumns {
  const endingOf = new Uint8Array(new SharedArrayBuffer(count));
  for (let at = 0; at < count; at++) endingOf[at] = at & 3;
  return {
    ids: { bytes: evenIds(count), width: 18 },
    endings: strata.map((code) => ({ text: `,${code},-,,1`, eligible: true })),
    endingOf,
  };
}

/** Made-up 18-character codes, ascending, in memory that threads share. */
export function evenIds(count: number): Uint8Array {
  const bytes = new Uint8Array(new SharedArrayBuffer(18 * count));
  const id = Uint8Array.from('91140428M000000000', (character) => character.charCodeAt(0));
  for (let at = 0; at < count; at++) {
    bytes.set(id, 18 * at);
    let digit = 17;
    for (; id[digit] === 57; digit--) id[digit] = 48;
    id[digit] = (id[digit] ?? 0) + 1;
  }
  return bytes;
}
