-- One team going out: one visit of a dispatched task, with the facts of its draw copied, for the draw never changes.
create table visit (
  bureau_id uuid not null references bureau,
  visit_id uuid not null,
  task_id uuid not null,
  draw_id uuid not null,
  draw_no integer not null,
  year integer not null,
  plan_row_no integer not null,
  place integer not null check (place >= 1),
  task_name text not null,
  objects text not null,
  due_on date not null,
  dispatched_at timestamptz not null,
  primary key (bureau_id, visit_id),
  unique (bureau_id, draw_id, place)
);

alter table visit enable row level security;

alter table visit force row level security;

create policy tenant on visit
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on visit to mingchou_app;

-- One subject, one record inside a visit; `state` is the whole inspection, the other columns serve queries.
create table inspection (
  bureau_id uuid not null references bureau,
  inspection_id uuid not null,
  visit_id uuid not null,
  subject_id uuid not null,
  subject_code text not null,
  subject_name text not null,
  status text not null check (
    status in (
      'awaiting', 'begun', 'returned', 'awaiting-confirmation', 'awaiting-legal-review', 'awaiting-disclosure',
      'disclosed'
    )
  ),
  team uuid[] not null,
  begun_on date,
  ended_on date,
  category text,
  state jsonb not null,
  version integer not null check (version >= 1),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (bureau_id, inspection_id),
  unique (bureau_id, visit_id, subject_id),
  foreign key (bureau_id, visit_id) references visit
);

create index inspection_status on inspection (bureau_id, status);

create index inspection_subject on inspection (bureau_id, subject_id, begun_on);

create index inspection_team on inspection using gin (team);

alter table inspection enable row level security;

alter table inspection force row level security;

create policy tenant on inspection
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on inspection to mingchou_app;
