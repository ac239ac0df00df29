-- The bureau's public log without personal data (mc-draw/1 §4): appended to, never changed.
create table public_log (
  bureau_id uuid not null references bureau,
  log_index integer not null check (log_index >= 0),
  entry text not null,
  leaf_hash text not null check (leaf_hash ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  primary key (bureau_id, log_index)
);

alter table public_log enable row level security;

alter table public_log force row level security;

create policy tenant on public_log
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on public_log to mingchou_app;
