-- What stands beside the list: 法律依据 in their editions, 清单对应关系, 重大事故隐患. `state` is the domain's record.
create table catalogue_library (
  bureau_id uuid not null references bureau,
  list text not null check (list in ('law', 'mapping', 'hazard')),
  key text not null,
  entry_id uuid not null,
  state jsonb not null,
  version integer not null check (version >= 1),
  primary key (bureau_id, list, key),
  unique (bureau_id, entry_id)
);

alter table catalogue_library enable row level security;

alter table catalogue_library force row level security;

create policy tenant on catalogue_library
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on catalogue_library to mingchou_app;

-- 清单的每一版, as it was published: an edition is never changed afterwards.
create table catalogue_edition (
  bureau_id uuid not null references bureau,
  no integer not null check (no >= 1),
  published_at timestamptz not null,
  published_by text not null,
  items jsonb not null,
  primary key (bureau_id, no)
);

alter table catalogue_edition enable row level security;

alter table catalogue_edition force row level security;

create policy tenant on catalogue_edition
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on catalogue_edition to mingchou_app;

alter table import_dry_run drop constraint import_dry_run_target_check;

alter table import_dry_run add constraint import_dry_run_target_check
  check (target in ('subject', 'inspector', 'region', 'industry', 'law', 'mapping', 'hazard'));
