-- 读入: a document that was read, its drafts as people have left them, and what was made of them. `state` is the domain's
-- PlanReading; the file itself is kept by its hash.
create table reading (
  bureau_id uuid not null references bureau,
  reading_id uuid not null,
  file_hash text not null,
  file_name text not null,
  state jsonb not null,
  version integer not null check (version >= 1),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (bureau_id, reading_id)
);

alter table reading enable row level security;

alter table reading force row level security;

create policy tenant on reading
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on reading to mingchou_app;
