-- Draws made on another platform and registered here, numbered apart. `state` is the domain's ExternalDraw, whole.
create table external_draw (
  bureau_id uuid not null references bureau,
  draw_id uuid not null,
  register_no integer not null check (register_no >= 1),
  task_id uuid not null,
  year integer not null,
  round_id uuid,
  status text not null check (status in ('registered', 'dispatched', 'withdrawn')),
  state jsonb not null,
  version integer not null check (version >= 1),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (bureau_id, draw_id),
  unique (bureau_id, register_no),
  foreign key (bureau_id, task_id) references task,
  foreign key (bureau_id, round_id) references round
);

create unique index external_draw_of_task on external_draw (bureau_id, task_id) where status <> 'withdrawn';

alter table external_draw enable row level security;

alter table external_draw force row level security;

create policy tenant on external_draw
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on external_draw to mingchou_app;
