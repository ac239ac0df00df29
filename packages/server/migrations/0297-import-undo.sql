-- 列名对应: what a person mapped by hand under a head with these names; used again without asking.
create table import_mapping (
  bureau_id uuid not null references bureau,
  target text not null,
  -- SHA-256 of the head's names in their order.
  signature text not null check (signature ~ '^[0-9a-f]{64}$'),
  heads text not null,
  mapping jsonb not null,
  made_at timestamptz not null,
  made_by_name text not null,
  primary key (bureau_id, target, signature)
);

alter table import_mapping enable row level security;

alter table import_mapping force row level security;

create policy tenant on import_mapping
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on import_mapping to mingchou_app;

-- What an import did to each record, so that it can be taken back.
create table import_row (
  bureau_id uuid not null references bureau,
  import_id uuid not null,
  record_id uuid not null,
  was text not null check (was in ('new', 'changed')),
  -- The version the import left the record at.
  version integer not null,
  -- Personal data as they were, sealed with the record's own key.
  sealed_before bytea,
  primary key (bureau_id, import_id, record_id)
);

alter table import_row enable row level security;

alter table import_row force row level security;

create policy tenant on import_row
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on import_row to mingchou_app;

alter table import_dry_run add column undone_at timestamptz;

alter table import_dry_run add column undone_by_name text;

-- The record left the registry at this version: an undone import. Its earlier days still read as they were.
alter table registry_change add column removed boolean not null default false;

-- Only an undone import takes rows out; what they were stays in registry_change.
grant delete on subject, inspector to mingchou_app;
