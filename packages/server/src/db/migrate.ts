import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { type DatabaseUrl, databaseRoles, rolePassword } from './address.ts';

/** One file of `packages/server/migrations`. */
export interface Migration {
  readonly name: string;
  readonly sha256: string;
  readonly statements: readonly string[];
}

export const migrationsFolder = path.resolve(import.meta.dirname, '../../migrations');
// Any number will do, as long as every server asks for the same.
const advisoryKey = 20260101;

/** Brings the database forward, as its owner; servers that start together take turns. Returns the names applied now. */
export async function migrate(url: DatabaseUrl, folder = migrationsFolder): Promise<readonly string[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${advisoryKey})`);
    await ensureRoles(client, url);
    return await applyMissing(client, readMigrations(folder));
  } finally {
    await client.end();
  }
}

/** Statements end with `;` at the end of a line that a blank line or the end of the file follows. */
export function splitStatements(text: string): readonly string[] {
  return text
    .replaceAll('\r\n', '\n')
    .split(/;[ \t]*\n(?:[ \t]*\n)+|;\s*$/)
    .map((statement) => statement.trim())
    .filter((statement) => statement.replace(/^\s*--.*$/gm, '').trim() !== '');
}

export function readMigrations(folder: string): readonly Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      return { name, sha256: createHash('sha256').update(text).digest('hex'), statements: splitStatements(text) };
    });
}

async function ensureRoles(client: pg.Client, url: DatabaseUrl): Promise<void> {
  for (const role of databaseRoles) {
    const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (found.rowCount === 0) await createRole(client, role);
    const password = rolePassword(url, role);
    // Derived hexadecimal, so it needs no quoting.
    if (password !== undefined) await client.query(`alter role ${role} login password '${password}'`);
  }
}

async function createRole(client: pg.Client, role: string): Promise<void> {
  try {
    await client.query(`create role ${role} login nosuperuser nocreatedb nocreaterole noinherit nobypassrls`);
  } catch (error) {
    // Roles belong to the whole cluster: a server that migrates a neighbouring database may have been faster.
    if (!(error instanceof pg.DatabaseError) || (error.code !== '42710' && error.code !== '23505')) throw error;
  }
}

async function applyMissing(client: pg.Client, all: readonly Migration[]): Promise<readonly string[]> {
  await client.query(
    'create table if not exists migration (name text primary key, sha256 text not null, applied_at timestamptz not null default now())',
  );
  const done = await client.query<{ name: string; sha256: string }>('select name, sha256 from migration');
  const applied = new Map(done.rows.map((row) => [row.name, row.sha256]));
  const now: string[] = [];
  for (const migration of all) {
    const before = applied.get(migration.name);
    if (before === undefined) {
      await apply(client, migration);
      now.push(migration.name);
    } else if (before !== migration.sha256) {
      throw new Error(`数据库结构文件 ${migration.name} 在执行之后被改过，不能继续。请恢复该文件，新的改动写进新文件`);
    }
  }
  return now;
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin');
  try {
    for (const statement of migration.statements) await client.query(statement);
    await client.query('insert into migration (name, sha256) values ($1, $2)', [migration.name, migration.sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${migration.name} failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
