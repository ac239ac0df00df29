-- 试读: what was found in one file against one state of a registry; the file itself stands in stored_file.
create table import_dry_run (
  bureau_id uuid not null references bureau,
  id uuid not null,
  target text not null check (target in ('subject', 'inspector')),
  file_hash text not null,
  file_name text not null,
  -- A mark of the registry it was compared with; the import asks for the same one.
  registry_mark text not null,
  counts jsonb not null,
  tried_at timestamptz not null,
  tried_by uuid not null,
  tried_by_name text not null,
  imported_at timestamptz,
  imported_by uuid,
  version integer not null check (version >= 1),
  primary key (bureau_id, id),
  foreign key (bureau_id, file_hash) references stored_file
);

create index import_dry_run_time on import_dry_run (bureau_id, tried_at);

alter table import_dry_run enable row level security;

alter table import_dry_run force row level security;

create policy tenant on import_dry_run
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on import_dry_run to mingchou_app;
