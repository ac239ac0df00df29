-- One row: which master key this database belongs to, as a proof that tells nothing of the key. Exempt from tenancy.
create table master_key (
  only_row boolean primary key default true check (only_row),
  proof bytea not null check (length(proof) = 32)
);

grant select, insert on master_key to mingchou_app;

-- A bureau's key, wrapped by the installation's master key; a rotation adds a generation, the highest one is in use.
create table bureau_key (
  bureau_id uuid not null references bureau,
  generation integer not null check (generation >= 1),
  wrapped bytea not null,
  made_at timestamptz not null default now(),
  primary key (bureau_id, generation)
);

alter table bureau_key enable row level security;

alter table bureau_key force row level security;

create policy tenant on bureau_key
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on bureau_key to mingchou_app;

-- The key of one record's personal data, wrapped by the bureau's key. Destroyed, it leaves a row that says so.
create table record_key (
  bureau_id uuid not null,
  kind text not null check (kind in ('person', 'contact', 'file')),
  record_id text not null,
  generation integer not null,
  wrapped bytea,
  destroyed_at timestamptz,
  primary key (bureau_id, kind, record_id),
  foreign key (bureau_id, generation) references bureau_key,
  check ((wrapped is null) = (destroyed_at is not null))
);

alter table record_key enable row level security;

alter table record_key force row level security;

create policy tenant on record_key
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on record_key to mingchou_app;

-- Replies may tell personal data; they are kept for minutes of repeated sending, so the old ones are let go.
truncate idempotency_key;

-- The exact bytes of the reply, sealed with the bureau's key.
alter table idempotency_key alter column reply type bytea using null;

-- Whether the bytes on the disk are sealed with a key of their own.
alter table stored_file add column personal boolean not null default false;

grant update (personal) on stored_file to mingchou_app;
