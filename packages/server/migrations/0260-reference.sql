-- GB/T 2260 and GB/T 4754 as far as a bureau has them; an abolished code keeps its last day.
create table reference_code (
  bureau_id uuid not null references bureau,
  list text not null check (list in ('region', 'industry')),
  code text not null,
  name text not null,
  valid_from date,
  valid_to date,
  successor text,
  source text not null,
  version integer not null check (version >= 1),
  primary key (bureau_id, list, code, name)
);

alter table reference_code enable row level security;

alter table reference_code force row level security;

create policy tenant on reference_code
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on reference_code to mingchou_app;

alter table import_dry_run drop constraint import_dry_run_target_check;

alter table import_dry_run add constraint import_dry_run_target_check
  check (target in ('subject', 'inspector', 'region', 'industry'));
