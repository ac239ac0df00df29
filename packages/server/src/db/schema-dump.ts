import pg from 'pg';
import type { DatabaseUrl } from './address.ts';

/**
 * The whole schema as text, read from the catalogues in a fixed order: what the migrations came to. Without the job
 * queue's own schema and the list of migrations.
 */
export async function dumpSchema(url: DatabaseUrl): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // Only definitions outside the search path are written with their schema's name.
    const extensions = await texts(client, extensionQuery);
    const tables = await texts(client, tableQuery);
    const parts = [header, ...extensions];
    for (const table of tables) parts.push(await dumpTable(client, table));
    return `${parts.join('\n')}`;
  } finally {
    await client.end();
  }
}

const header = `-- What the migrations come to, by \`node scripts/dump-schema.ts\`. Not executed by anything.\n`;

const extensionQuery = `
  select format('create extension %I;', extname) from pg_extension where extname <> 'plpgsql' order by extname collate "C"`;

const tableQuery = `
  select c.relname from pg_class c
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and c.relname <> 'migration'
  order by c.relname collate "C"`;

const viewQuery = `
  select pg_get_viewdef(c.oid, true) from pg_class c
  where c.oid = $1::regclass and c.relkind in ('v', 'm')`;

const columnQuery = `
  select '  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when a.attgenerated = 's' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
            when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
    || case when a.attnotnull then ' not null' else '' end
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
  order by a.attnum`;

const constraintQuery = `
  select '  constraint ' || quote_ident(conname) || ' ' || pg_get_constraintdef(oid)
  from pg_constraint where conrelid = $1::regclass and contype in ('p', 'u', 'c', 'f', 'x')
  order by position(contype in 'pucfx'), conname collate "C"`;

const indexQuery = `
  select pg_get_indexdef(i.indexrelid) || ';' from pg_index i
  where i.indrelid = $1::regclass
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.conrelid = i.indrelid)
  order by i.indexrelid::regclass::text collate "C"`;

const securityQuery = `
  select x.line from pg_class c,
    lateral (values
      (1, case when c.relrowsecurity then format('alter table %I enable row level security;', c.relname) end),
      (2, case when c.relforcerowsecurity then format('alter table %I force row level security;', c.relname) end)
    ) as x(place, line)
  where c.oid = $1::regclass and x.line is not null order by x.place`;

const policyQuery = `
  select format('create policy %I on %I', polname, $1::regclass::text)
    || case when polpermissive then '' else ' as restrictive' end
    || ' for ' || case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
    || coalesce((select ' to ' || string_agg(quote_ident(r.rolname), ', ' order by r.rolname collate "C")
                 from pg_roles r where r.oid = any (polroles)), '')
    || coalesce(E'\\n  using (' || pg_get_expr(polqual, polrelid) || ')', '')
    || coalesce(E'\\n  with check (' || pg_get_expr(polwithcheck, polrelid) || ')', '') || ';'
  from pg_policy where polrelid = $1::regclass order by polname collate "C"`;

const grantQuery = `
  select format('grant %s on %I to %I;', string_agg(lower(g.privilege_type), ', ' order by g.privilege_type), c.relname, r.rolname)
  from pg_class c, aclexplode(c.relacl) g join pg_roles r on r.oid = g.grantee
  where c.oid = $1::regclass and g.grantee <> c.relowner
  group by c.relname, r.rolname order by r.rolname collate "C"`;

const columnGrantQuery = `
  select format('grant %s (%s) on %I to %I;', lower(g.privilege_type), string_agg(quote_ident(a.attname), ', ' order by a.attnum), c.relname, r.rolname)
  from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) g join pg_roles r on r.oid = g.grantee
  where c.oid = $1::regclass
  group by c.relname, r.rolname, g.privilege_type order by r.rolname collate "C", g.privilege_type`;

async function dumpTable(client: pg.Client, name: string): Promise<string> {
  const table = `"${name}"`;
  const [view] = await texts(client, viewQuery, table);
  if (view !== undefined) {
    return [`create view ${table} as\n${view}`, ...(await texts(client, grantQuery, table)), ''].join('\n');
  }
  const lines = [...(await texts(client, columnQuery, table)), ...(await texts(client, constraintQuery, table))];
  const after: string[] = [];
  for (const query of [indexQuery, securityQuery, policyQuery, grantQuery, columnGrantQuery]) {
    after.push(...(await texts(client, query, table)));
  }
  return [`create table ${name} (`, lines.join(',\n'), ');', ...after, ''].join('\n');
}

/** The first column of every row. */
async function texts(client: pg.Client, query: string, table?: string): Promise<string[]> {
  const found = await client.query<[string]>({
    text: query,
    values: table === undefined ? [] : [table],
    rowMode: 'array',
  });
  return found.rows.map(([text]) => text);
}
