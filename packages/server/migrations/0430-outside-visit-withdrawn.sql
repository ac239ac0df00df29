-- An outside visit registered by mistake is withdrawn with a reason and stays in view; the same visit may then be registered rightly.
alter table outside_visit add column withdrawn_at timestamptz;

alter table outside_visit add column withdrawn_by_name text;

alter table outside_visit add column withdrawn_reason text;

alter table outside_visit drop constraint outside_visit_bureau_id_subject_id_visited_on_department_key;

create unique index outside_visit_once on outside_visit (bureau_id, subject_id, visited_on, department)
  where withdrawn_at is null;

grant update on outside_visit to mingchou_app;

alter table import_dry_run drop constraint import_dry_run_target_check;

alter table import_dry_run add constraint import_dry_run_target_check
  check (target in ('subject', 'inspector', 'region', 'industry', 'law', 'mapping', 'hazard', 'visit'));
