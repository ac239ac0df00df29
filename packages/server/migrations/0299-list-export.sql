-- 导出经过: who took which list out, narrowed and ordered how, and what the file came to.
create table list_export (
  bureau_id uuid not null references bureau,
  id uuid not null,
  list text not null,
  format text not null check (format in ('xlsx', 'csv')),
  -- Filters and order as the page showed them, and its columns from left to right.
  listing jsonb not null,
  columns text[] not null,
  begun_at timestamptz not null,
  begun_by uuid not null,
  begun_by_name text not null,
  -- The manifest, once the last byte has left.
  rows integer,
  sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
  finished_at timestamptz,
  primary key (bureau_id, id),
  check ((rows is null) = (sha256 is null) and (rows is null) = (finished_at is null))
);

alter table list_export enable row level security;

alter table list_export force row level security;

create policy tenant on list_export
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on list_export to mingchou_app;
