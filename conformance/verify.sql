-- A draw of mc-draw/1 recomputed by PostgreSQL 14 or later: hashes, seed, Merkle root, counts, tickets, plain and weighted
-- selection. Written from docs/draw-protocol.md; section numbers (§) are those of that page.
--
-- Before it, in the same session, load the bundle's files as they are, from any client:
--
--   create temporary table bundle_file (name text primary key, body bytea not null);
--   insert into bundle_file values ('commit.json', $1), ('rules.json', $2), …;        -- the bytes as parameters
--   insert into bundle_file select f, pg_read_binary_file('/usb/' || f)                -- or, as superuser, from the server's disk
--     from pg_ls_dir('/usb') f;
--
-- Then run this file (plain statements, nothing of psql), and read:
--
--   select name, status, detail from pg_temp.verdict order by place;
--
-- SM3 needs `create extension pgcrypto` on an OpenSSL that has it; without it every check of such a draw is not-checked.
-- What is not listed there (quota, assignment, amendments, sources, log) is not checked here at all. A statement that
-- stops with an error says that the bundle cannot be read. Everything lives in pg_temp and goes with the session.

create function pg_temp.h(suite text, bytes bytea) returns bytea language plpgsql immutable as $$
begin
  if suite = 'sha256' then return sha256(bytes); end if;
  return digest(bytes, suite);
exception when undefined_function or invalid_parameter_value or external_routine_invocation_exception then return null;
end $$;

create function pg_temp.body(wanted text) returns bytea language sql stable as $$
  select body from pg_temp.bundle_file where name = wanted $$;

create function pg_temp.json_of(wanted text) returns jsonb language sql stable as $$
  select convert_from(pg_temp.body(wanted), 'UTF8')::jsonb $$;

-- The hash of a text or of bytes, in the suite of the draw, as the page writes it: lower-case hexadecimal.
create function pg_temp.hex(bytes bytea) returns text language sql stable as $$
  select encode(pg_temp.h(pg_temp.json_of('commit.json') ->> 'suite', bytes), 'hex') $$;

create function pg_temp.hex(words text) returns text language sql stable as $$
  select pg_temp.hex(convert_to(words, 'UTF8')) $$;

-- §1: the lines of a CSV with their place, from 1.
create function pg_temp.lines(wanted text) returns table (line text, place bigint) language sql stable as $$
  select l, n from regexp_split_to_table(rtrim(convert_from(pg_temp.body(wanted), 'UTF8'), E'\n'), E'\n')
    with ordinality as t (l, n) where l <> '' $$;

-- §4: RFC 6962 over leaf hashes, level by level; an odd last one goes up as it is.
create function pg_temp.tree_root(suite text, leaves bytea[]) returns bytea language plpgsql immutable as $$
declare level bytea[] := leaves;
begin
  if coalesce(cardinality(level), 0) = 0 then return pg_temp.h(suite, ''); end if;
  while cardinality(level) > 1 loop
    level := array(
      select case when level[i + 1] is null then level[i] else pg_temp.h(suite, '\x01'::bytea || level[i] || level[i + 1]) end
      from generate_series(1, cardinality(level), 2) i order by i);
  end loop;
  return level[1];
end $$;

-- §3: SIZE of a base, in exact integers.
create function pg_temp.size_of(size jsonb, base numeric) returns numeric language sql immutable as $$
  select case when size ? 'count' then (size ->> 'count')::numeric else
    (select case size ->> 'round'
       when 'ceil' then div(base * n + d - 1, d) when 'floor' then div(base * n, d) else div(2 * base * n + d, 2 * d) end
     from (select (size -> 'ratio' ->> 'n')::numeric n, (size -> 'ratio' ->> 'd')::numeric d) ratio) end $$;

create temporary table draw as
select commit, commit ->> 'suite' as suite, pg_temp.json_of('rules.json') as rules, pg_temp.json_of('seed.json') as seed,
  pg_temp.json_of('filesalts.json') as filesalts,
  pg_temp.hex(convert_to(E'mc-draw/1 commit\n', 'UTF8') || pg_temp.body('commit.json')) as c
from (select pg_temp.json_of('commit.json') as commit) given;

-- §5: S from C and the lines, and the key of the selection.
alter table draw add s text, add k_sample text;

update draw set s = pg_temp.hex(E'mc-draw/1 seed\n' || c || E'\n' ||
  (select coalesce(string_agg(line || E'\n', '' order by n), '')
   from jsonb_array_elements_text(seed -> 'lines') with ordinality l (line, n)));

update draw set k_sample = left(pg_temp.hex('mc-draw/1 key|sample|' || s), 32);

create temporary table entry as
select split_part(line, ',', 1) as id, split_part(line, ',', 2) as stratum, split_part(line, ',', 3) as grouping,
  split_part(line, ',', 4) = 'X' as excluded, split_part(line, ',', 5)::bigint as weight, line, place, false as certain,
  pg_temp.hex((select k_sample from draw) || ':' || split_part(line, ',', 1)) as ticket
from pg_temp.lines('pool.csv');

create temporary table stratum as
select wanted ->> 'code' as code, place, wanted, eligible, excluded,
  pg_temp.size_of(wanted -> 'size', eligible) as k,
  case when pg_temp.size_of(wanted -> 'size', eligible) = 0 then 0
    else pg_temp.size_of(rules -> 'reserve', pg_temp.size_of(wanted -> 'size', eligible)) end as r
from draw cross join jsonb_array_elements(rules -> 'strata') with ordinality s (wanted, place)
cross join lateral (select count(*) filter (where not e.excluded) as eligible, count(*) filter (where e.excluded) as excluded
  from entry e where e.stratum = wanted ->> 'code') counted;

-- §6 rule 4: units that are certain, until there are none left.
do $$
begin
  loop
    update entry e set certain = true
    from (select o.stratum, max(k) - count(*) filter (where o.certain) as n, sum(o.weight) filter (where not o.certain) as w
          from entry o join stratum on code = o.stratum where not o.excluded group by o.stratum) left_over
    where e.stratum = left_over.stratum and not e.excluded and not e.certain and e.weight * left_over.n >= left_over.w;
    exit when not found;
  end loop;
end $$;

-- §6 rules 2, 4 and 6: the order of every stratum, and what it selects and holds in reserve.
create temporary table drawn as
select e.stratum, s.place, e.id, e.ticket, s.k, s.r, row_number() over (partition by e.stratum order by
  not e.certain, case when e.certain then 0 else ('x' || left(e.ticket, 15))::bit(60)::bigint / e.weight end,
  e.ticket collate "C", e.id collate "C") as rank
from entry e join stratum s on s.code = e.stratum where not e.excluded;

create temporary table expected as
select coalesce(string_agg(stratum || ',' || id || ',' || ticket || ',' || kind || E'\n', '' order by kind desc, place, rank), '') as selected
from (select drawn.*, case when rank <= k then 'S' else 'R' end as kind from drawn where rank <= k + r) chosen;

-- true: as committed; false: not; null: something that is needed is not there.
create temporary table finding as
select given.* from draw cross join lateral (values
  (3, 'rules-hash', pg_temp.hex(pg_temp.body('rules.json')) = commit ->> 'rules' and rules ->> 'suite' = suite),
  (4, 'labels-hash', pg_temp.hex(coalesce(pg_temp.body('labels.csv'), '')) = commit ->> 'labels'),
  (7, 'seed', seed ->> 'seed' = s),
  (9, 'pool-root', (
    select encode(pg_temp.tree_root(suite, array_agg(pg_temp.h(suite, '\x00'::bytea || salt || convert_to(line, 'UTF8')) order by e.place)), 'hex')
      = commit -> 'pool' ->> 'root'
    from entry e left join (
      select split_part(l.line, ',', 1) as salted, decode(split_part(l.line, ',', 2), 'hex') as given from pg_temp.lines('salts.csv') l
    ) salts on salted = e.id
    cross join lateral (select case when (commit -> 'pool' ->> 'salted')::boolean then given else ''::bytea end as salt) one
    where pg_temp.body('pool.csv') is not null
    having pg_temp.body('pool.csv') is not null and bool_and(salt is not null) is not false)),
  (10, 'pool-count', (
    select sum(eligible + excluded) = (select count(*) from entry) and (select count(*) from entry) = (commit -> 'pool' ->> 'count')::bigint
      and jsonb_object_agg(code, jsonb_build_object('eligible', eligible, 'excluded', excluded)) = commit -> 'pool' -> 'strata'
    from stratum where pg_temp.body('pool.csv') is not null)),
  (11, 'exclusions-hash', pg_temp.hex(coalesce(pg_temp.body('exclusions.csv'), '')) = commit ->> 'exclusions'),
  (12, 'exclusions-match', case when pg_temp.body('pool.csv') is not null then
    array(select split_part(line, ',', 1) from pg_temp.lines('exclusions.csv') order by place) = array(select id from entry where excluded order by place) end),
  (13, 'selection', case when rules ? 'quota' or pg_temp.body('pool.csv') is null then null else
    (select bool_and(k <= eligible) from stratum) and (select convert_to(selected, 'UTF8') from expected) = pg_temp.body('selected.csv') end),
  (15, 'inspectors-hash', pg_temp.hex(decode(filesalts ->> 'inspectors', 'hex') || coalesce(pg_temp.body('inspectors.csv'), '')) = commit ->> 'inspectors'),
  (16, 'conflicts-hash', pg_temp.hex(decode(filesalts ->> 'conflicts', 'hex') || coalesce(pg_temp.body('conflicts.csv'), '')) = commit ->> 'conflicts')
) given (place, name, holds);

-- §9: what rests on an unproven check is never passed, and what rests on a failed one says nothing.
create temporary table verdict as
select f.place, f.name,
  case when f.holds is null or bool_or(base.holds = false) then 'not-checked'
    when not f.holds then 'failed'
    when bool_or(rests.on_check is not null and base.holds is null) then 'not-checked' else 'passed' end as status,
  case when f.holds is null then 'something it needs is not there, or the rules have a quota'
    when bool_or(base.holds = false) then 'rests on a check that failed'
    when not f.holds then 'other bytes than those recomputed'
    when bool_or(rests.on_check is not null and base.holds is null) then 'agrees, but rests on a check that is not proven' else '' end as detail
from finding f
left join (values ('pool-count', 'pool-root'), ('pool-count', 'rules-hash'), ('exclusions-match', 'pool-root'), ('exclusions-match', 'exclusions-hash'),
  ('selection', 'pool-root'), ('selection', 'rules-hash'), ('selection', 'seed'), ('selection', 'pool-count')) rests (of_check, on_check) on rests.of_check = f.name
left join finding base on base.name = rests.on_check
group by f.place, f.name, f.holds;
