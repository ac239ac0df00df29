-- Free-text search of Chinese names.
create extension if not exists pg_trgm;

-- One row: whether this database holds a demonstration or a bureau's real records. Exempt from tenancy.
create table installation (
  only_row boolean primary key default true check (only_row),
  mode text not null check (mode in ('demonstration', 'production'))
);

grant select, insert on installation to mingchou_app;

-- The tenants. Names are public, so the table is a directory that every bureau may read; exempt from tenancy.
create table bureau (
  bureau_id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
  name text not null unique,
  region_code text not null check (region_code ~ '^[0-9]{6}$'),
  section_word text not null check (section_word in ('科室', '股室')),
  created_at timestamptz not null default now()
);

grant select, insert on bureau to mingchou_app;

grant select on bureau to mingchou_sequencer;

-- A demonstration's own time; a bureau without a row lives in real time.
create table bureau_clock (
  bureau_id uuid primary key references bureau,
  standing_at timestamptz not null
);

alter table bureau_clock enable row level security;

alter table bureau_clock force row level security;

create policy tenant on bureau_clock
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on bureau_clock to mingchou_app;
