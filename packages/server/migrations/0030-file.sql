-- Files stand on disk under bureau and SHA-256; the row says what they are. The same bytes are stored once.
create table stored_file (
  bureau_id uuid not null references bureau,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  size bigint not null check (size >= 0),
  stored_at timestamptz not null,
  primary key (bureau_id, hash)
);

alter table stored_file enable row level security;

alter table stored_file force row level security;

create policy tenant on stored_file
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on stored_file to mingchou_app;
