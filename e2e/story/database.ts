import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import type { House } from '../house.ts';

/** The tables in which the text stands anywhere, read as the owner of the database, whom no row is hidden from. */
export async function tablesHolding(house: House, text: string): Promise<string[]> {
  const host = await readFile(path.join(house.dataFolder, 'socket'), 'utf8');
  const client = new pg.Client({ host, user: 'mingchou', database: 'postgres' });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ schema: string; name: string }>(
      `select schemaname as schema, tablename as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const holding: string[] = [];
    for (const { schema, name } of tables) {
      const table = `${pg.escapeIdentifier(schema)}.${pg.escapeIdentifier(name)}`;
      const { rowCount } = await client.query(`select 1 from ${table} as t where t::text like $1 limit 1`, [
        `%${text}%`,
      ]);
      if (rowCount !== 0) holding.push(name);
    }
    return holding;
  } finally {
    await client.end();
  }
}
