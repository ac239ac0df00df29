import pg from 'pg';
import type { DatabaseUrl } from '../db/address.ts';
import type { InstallationMode } from './shell.ts';

/** What a database is when the server comes to it. */
export type Installation =
  | { readonly kind: 'marked'; readonly mode: InstallationMode }
  /** Nothing in it yet. */
  | { readonly kind: 'empty' }
  /** A demonstration that was being loaded when its process died. */
  | { readonly kind: 'half-loaded' };

/** Looks as the owner, past row-level security. The database must be migrated. */
export async function readInstallation(url: DatabaseUrl): Promise<Installation> {
  const [row] = await runAsOwner<{ mode: InstallationMode | null; bureaus: string }>(
    url,
    'select (select mode from installation) as mode, (select count(*) from bureau) as bureaus',
  );
  if (row?.mode !== undefined && row.mode !== null) return { kind: 'marked', mode: row.mode };
  return Number(row?.bureaus ?? 0) === 0 ? { kind: 'empty' } : { kind: 'half-loaded' };
}

export async function markInstallation(url: DatabaseUrl, mode: InstallationMode): Promise<void> {
  await runAsOwner(url, 'insert into installation (mode) values ($1) on conflict do nothing', [mode]);
}

/** Empties a database whose demonstration was not finished; the next migration builds it anew. */
export async function clearHalfLoaded(url: DatabaseUrl): Promise<void> {
  await runAsOwner(url, 'drop schema if exists pgboss cascade');
  await runAsOwner(url, 'drop schema public cascade');
  await runAsOwner(url, 'create schema public');
  await runAsOwner(url, 'grant usage on schema public to public');
}

async function runAsOwner<Row extends pg.QueryResultRow>(
  url: DatabaseUrl,
  statement: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(statement, values)).rows;
  } finally {
    await client.end();
  }
}
