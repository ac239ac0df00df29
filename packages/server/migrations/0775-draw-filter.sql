-- 常用条件: filters over the registry that the bureau keeps under a name. A draw holds its own copy.
create table draw_filter (
  bureau_id uuid not null references bureau,
  filter_id uuid not null,
  name text not null,
  filter jsonb not null,
  saved_by uuid not null,
  version integer not null check (version >= 1),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (bureau_id, filter_id),
  unique (bureau_id, name)
);

alter table draw_filter enable row level security;

alter table draw_filter force row level security;

create policy tenant on draw_filter
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on draw_filter to mingchou_app;
