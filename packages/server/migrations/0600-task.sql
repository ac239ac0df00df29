-- The work of one approved plan row. `state` is the domain's Task; the other columns are what lists sort and filter by.
create table task (
  bureau_id uuid not null references bureau,
  task_id uuid not null,
  plan_row_id uuid not null,
  year integer not null,
  row_no integer not null,
  name text not null,
  status text not null check (status in ('planned', 'drawing', 'drawn', 'dispatched', 'finished')),
  draw_id uuid,
  state jsonb not null,
  version integer not null check (version >= 1),
  opened_at timestamptz not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (bureau_id, task_id),
  unique (bureau_id, plan_row_id)
);

alter table task enable row level security;

alter table task force row level security;

create policy tenant on task
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on task to mingchou_app;
