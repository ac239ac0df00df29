import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { asRole } from '../src/db/address.ts';
import { dumpSchema } from '../src/db/schema-dump.ts';
import { type TestBureau, testBureau } from './harness.ts';
import { runStatement } from './harness/statement.ts';

/** Tables without a tenant, each for a reason. */
const exempt = [
  'bureau',
  'installation',
  'master_key',
  'migration',
  'portal_log_beside_key',
  'portal_log_checkpoint',
  'portal_log_cosignature',
  'portal_log_entry',
  'portal_log_key',
  'portal_log_node',
  'portal_log_timestamp',
  'portal_log_witness',
  'setup_link',
];

let bureau: TestBureau;
beforeAll(async () => {
  bureau = await testBureau();
});
afterAll(() => bureau.close());

async function names(query: string): Promise<unknown[]> {
  return (await bureau.sql(query)).map((row) => Object.values(row)[0]);
}

test('schema.sql is what the migrations come to', async () => {
  const committed = await readFile(path.resolve(import.meta.dirname, '../schema.sql'), 'utf8');
  expect(await dumpSchema(bureau.ownerUrl), 'run: node scripts/dump-schema.ts').toBe(committed);
});

test('every table but the written exceptions belongs to a bureau, which leads its primary key', async () => {
  const without = await names(`
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and not exists (
        select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary and a.attname = 'bureau_id')
    order by 1`);
  expect(without).toEqual(exempt.filter((name) => name !== 'bureau'));
});

test('every unique key and foreign key between tenant tables begins with the bureau', async () => {
  const loose = await names(`
    select conrelid::regclass || '.' || conname from pg_constraint k
    where k.connamespace = 'public'::regnamespace and k.contype in ('u', 'f')
      and k.conrelid::regclass::text <> 'bureau'
      and not exists (select from pg_attribute a where a.attrelid = k.conrelid and a.attnum = k.conkey[1] and a.attname = 'bureau_id')
    order by 1`);
  expect(loose).toEqual([]);
});

test('row-level security is enabled and forced on every tenant table, with a policy that names the bureau', async () => {
  const open = await names(`
    select c.relname from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname <> all (array['${exempt.join("','")}'])
      and not (c.relrowsecurity and c.relforcerowsecurity and exists (
        select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*'
          and pg_get_expr(p.polqual, p.polrelid) like '%app.bureau_id%'
          and pg_get_expr(p.polwithcheck, p.polrelid) like '%app.bureau_id%'))
    order by 1`);
  expect(open).toEqual([]);
});

test('the server works as roles that own nothing, are no superusers and cannot pass row-level security', async () => {
  const rows = await bureau.sql(`
    select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb,
      (select count(*)::int from pg_class where relowner = r.oid) as owns,
      (select count(*)::int from pg_auth_members where member = r.oid) as belongs_to
    from pg_roles r where rolname like 'mingchou\\_%' order by 1`);
  const nothing = { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, owns: 0 };
  expect(rows).toEqual(
    ['mingchou_app', 'mingchou_portal', 'mingchou_sequencer'].map((rolname) => ({
      ...{ rolname, ...nothing, belongs_to: 0 },
    })),
  );
  const [me] = await runStatement(asRole(bureau.ownerUrl, 'mingchou_app'), 'select session_user as who');
  expect(me).toEqual({ who: 'mingchou_app' });
});

test('the portal reads the public snapshots and nothing else', async () => {
  const readable = await names(`
    select distinct table_name from information_schema.role_table_grants
    where grantee = 'mingchou_portal' and table_name not like 'portal\\_%'`);
  expect(readable).toEqual([]);
  const writes = await names(`
    select distinct privilege_type from information_schema.role_table_grants
    where grantee = 'mingchou_portal' and privilege_type <> 'SELECT'`);
  expect(writes).toEqual([]);
  const portal = asRole(bureau.ownerUrl, 'mingchou_portal');
  await expect(runStatement(portal, 'select * from person')).rejects.toThrow('permission denied');
});

test('nobody but the owner can change or remove an entry of the log or a link of its chain', async () => {
  const rows = await bureau.sql(`
    select grantee, table_name, string_agg(privilege_type, ',' order by privilege_type) as may
    from information_schema.role_table_grants
    where table_name in ('audit_entry', 'audit_link') and grantee like 'mingchou\\_%' group by 1, 2 order by 1, 2`);
  expect(rows).toEqual([
    { grantee: 'mingchou_app', table_name: 'audit_entry', may: 'INSERT,SELECT' },
    { grantee: 'mingchou_app', table_name: 'audit_link', may: 'SELECT' },
    { grantee: 'mingchou_sequencer', table_name: 'audit_entry', may: 'SELECT' },
    { grantee: 'mingchou_sequencer', table_name: 'audit_link', may: 'INSERT,SELECT' },
  ]);
});
