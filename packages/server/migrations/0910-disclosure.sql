-- One publication record an inspection (ZZ-13): waits from the day the result is recorded, then public for good.
create table disclosure (
  bureau_id uuid not null references bureau,
  inspection_id uuid not null,
  draw_no integer not null,
  subject_name text not null,
  team uuid[] not null,
  status text not null check (status in ('waiting', 'disclosed')),
  step text not null check (step in ('confirmation', 'legal-review', 'returned', 'approved')),
  last_on date not null,
  strictest_on date not null,
  record jsonb not null,
  deadline jsonb not null,
  disclosed_at timestamptz,
  disclosed_by text,
  days_used integer,
  late boolean,
  version integer not null check (version >= 1),
  primary key (bureau_id, inspection_id),
  check ((status = 'disclosed') = (disclosed_at is not null and late is not null))
);

create index disclosure_queue on disclosure (bureau_id, status, strictest_on);

alter table disclosure enable row level security;

alter table disclosure force row level security;

create policy tenant on disclosure
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on disclosure to mingchou_app;
