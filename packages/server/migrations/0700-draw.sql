-- One draw. `state` is the domain's Draw, whole; the other columns are what lists and locks need.
create table draw (
  bureau_id uuid not null references bureau,
  draw_id uuid not null,
  task_id uuid not null,
  draw_no integer not null check (draw_no >= 1),
  year integer not null,
  task_name text not null,
  objects text not null,
  status text not null
    check (status in ('preparing', 'frozen', 'committed', 'collecting', 'drawn', 'dispatched', 'voided')),
  commitment text check (commitment ~ '^[0-9a-f]{64}$'),
  state jsonb not null,
  version integer not null check (version >= 1),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (bureau_id, draw_id),
  unique (bureau_id, draw_no),
  foreign key (bureau_id, task_id) references task
);

-- A task has at most one draw that counts; void ones stay beside it.
create unique index draw_of_task on draw (bureau_id, task_id) where status <> 'voided';

alter table draw enable row level security;

alter table draw force row level security;

create policy tenant on draw
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on draw to mingchou_app;
