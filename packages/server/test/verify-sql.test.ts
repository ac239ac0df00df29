import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { FileName } from '@mingchou/verifier';
import { isFileName, textOf, utf8, verify } from '@mingchou/verifier';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

const home = path.resolve(import.meta.dirname, '../../..');
const script = readFileSync(path.join(home, 'conformance/verify.sql'), 'utf8');
const vectors = readdirSync(path.join(home, 'vectors'));

type Bundle = ReadonlyMap<FileName, Uint8Array>;
let sm3 = false;

beforeAll(async () => {
  sm3 = await inSession(async (client) => {
    await client.query('create extension if not exists pgcrypto');
    await client.query(`select digest('', 'sm3')`);
    return true;
  }).catch(() => false);
});

afterAll(() => inSession((client) => client.query('drop extension if exists pgcrypto')));

/** A session of its own: what the script makes goes with it. */
async function inSession<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: inject('databaseUrl') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function vector(name: string): Bundle {
  const files = readdirSync(path.join(home, 'vectors', name)).filter(isFileName);
  return new Map(files.map((file) => [file, new Uint8Array(readFileSync(path.join(home, 'vectors', name, file)))]));
}

async function bySql(bundle: Bundle): Promise<ReadonlyMap<string, string>> {
  return inSession(async (client) => {
    await client.query('create temporary table bundle_file (name text primary key, body bytea not null)');
    for (const [name, body] of bundle) {
      await client.query('insert into bundle_file values ($1, $2)', [name, Buffer.from(body)]);
    }
    await client.query(script);
    const { rows } = await client.query<{ name: string; status: string }>('select name, status from pg_temp.verdict');
    return new Map(rows.map(({ name, status }) => [name, status]));
  });
}

function byVerifier(bundle: Bundle): ReadonlyMap<string, string> {
  return new Map(verify(bundle).checks.map(({ name, status }) => [name, status]));
}

function disagreements(ours: ReadonlyMap<string, string>, sql: ReadonlyMap<string, string>): readonly string[] {
  return [...sql].flatMap(([name, status]) => {
    const mine = ours.get(name);
    const open = status === 'not-checked' || mine === 'not-checked';
    return open || status === mine ? [] : [`${name}: ${mine}, SQL ${status}`];
  });
}

test.each(vectors)('PostgreSQL recomputes %s and agrees with the verifier', async (name) => {
  const bundle = vector(name);
  const sql = await bySql(bundle);
  expect(disagreements(byVerifier(bundle), sql)).toEqual([]);
  const rules = textOf(bundle.get('rules.json') ?? new Uint8Array()) ?? '';
  if (name === 'public-salted' || (rules.includes('"sm3"') && !sm3)) return;
  const unproven = [...sql].filter(([, status]) => status !== 'passed').map(([check]) => check);
  expect(unproven).toEqual(rules.includes('"quota"') ? ['selection'] : []);
});

test.each([
  ['selected.csv', 'selection'],
  ['labels.csv', 'labels-hash'],
  ['exclusions.csv', 'exclusions-hash'],
  ['inspectors.csv', 'inspectors-hash'],
  ['conflicts.csv', 'conflicts-hash'],
  ['pool.csv', 'pool-root'],
] as const)('a changed digit in %s fails %s in PostgreSQL as it does in the verifier', async (file, check) => {
  const whole = vector('weighted');
  const text = textOf(whole.get(file) ?? new Uint8Array()) ?? '';
  const digit = text.search(/[0-8]/);
  const bundle = new Map([
    ...whole,
    [file, utf8(text.slice(0, digit) + (Number(text[digit]) + 1) + text.slice(digit + 1))],
  ]);
  const sql = await bySql(bundle);
  expect([sql.get(check), byVerifier(bundle).get(check)]).toEqual(['failed', 'failed']);
  expect(disagreements(byVerifier(bundle), sql)).toEqual([]);
});
