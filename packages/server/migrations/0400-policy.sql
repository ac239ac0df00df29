-- 本局规则, one row a version; a version once adopted is never changed.
create table policy (
  bureau_id uuid not null references bureau,
  version integer not null check (version >= 1),
  policy_id uuid not null,
  effective_on date not null,
  profile jsonb not null,
  adopted_by text not null,
  adopted_at timestamptz not null,
  primary key (bureau_id, version)
);

alter table policy enable row level security;

alter table policy force row level security;

create policy tenant on policy
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on policy to mingchou_app;
