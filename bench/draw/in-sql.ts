// What PostgreSQL itself needs for a draw: in the order of the ticket, and in the order of its own random numbers.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../../packages/server/src/db/embedded.ts';

const rows = 1_000_000;
const orders = [
  { name: 'ORDER BY sha256', by: `sha256(('00112233445566778899aabbccddeeff:' || id)::bytea), id` },
  { name: 'ORDER BY random()', by: 'random()' },
];

/** Seconds a row, to be multiplied: a table of a million is enough to know them. */
export async function sqlSeconds(): Promise<readonly { readonly name: string; readonly seconds: number }[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mc-bench-'));
  const server = await startEmbedded(folder, { settings: { fsync: 'off', work_mem: '64MB' } });
  const client = new pg.Client({ host: server.host, user: server.user, database: 'postgres' });
  try {
    await client.connect();
    await client.query(`create table pool as
      select '91140428M' || lpad(n::text, 9, '0') as id from generate_series(1, ${rows}) as n`);
    const found: { name: string; seconds: number }[] = [];
    for (const { name, by } of orders) {
      const begun = performance.now();
      await client.query(`select count(*) from (select id from pool order by ${by} limit ${rows / 100}) as drawn`);
      found.push({ name, seconds: (performance.now() - begun) / 1000 / rows });
    }
    return found;
  } finally {
    await client.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
