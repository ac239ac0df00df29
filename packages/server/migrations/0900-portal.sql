-- What the public may see: redacted views, written by the commands that publish, read by the portal's role alone.
create table portal_snapshot (
  bureau_id uuid not null references bureau,
  kind text not null check (kind in ('bureau', 'plan', 'draw', 'progress', 'result', 'items')),
  key text not null,
  view jsonb not null,
  published_at timestamptz not null,
  primary key (bureau_id, kind, key)
);

alter table portal_snapshot enable row level security;

alter table portal_snapshot force row level security;

create policy tenant on portal_snapshot
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

create policy public_reader on portal_snapshot for select to mingchou_portal using (true);

grant select, insert, update on portal_snapshot to mingchou_app;

grant select on portal_snapshot to mingchou_portal;

-- Public downloads, such as a draw's bundle. A file keeps its name for good: new bytes get a new name.
create table portal_file (
  bureau_id uuid not null references bureau,
  name text not null check (name ~ '^[0-9A-Za-z][0-9A-Za-z._-]{0,99}$'),
  media_type text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bytea not null,
  published_at timestamptz not null,
  primary key (bureau_id, name)
);

alter table portal_file enable row level security;

alter table portal_file force row level security;

create policy tenant on portal_file
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

create policy public_reader on portal_file for select to mingchou_portal using (true);

grant select, insert on portal_file to mingchou_app;

grant select on portal_file to mingchou_portal;
