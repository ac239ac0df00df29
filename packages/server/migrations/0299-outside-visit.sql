-- 其他部门的检查: visits of partner departments, which count for the annual cap of an object (N-19).
create table outside_visit (
  bureau_id uuid not null references bureau,
  id uuid not null,
  subject_id uuid not null,
  visited_on date not null,
  department text not null,
  evidence text not null,
  registered_at timestamptz not null,
  registered_by uuid not null,
  registered_by_name text not null,
  primary key (bureau_id, id),
  unique (bureau_id, subject_id, visited_on, department),
  foreign key (bureau_id, subject_id) references subject
);

alter table outside_visit enable row level security;

alter table outside_visit force row level security;

create policy tenant on outside_visit
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on outside_visit to mingchou_app;
