-- 年度抽查计划. `state` is the domain's Plan with its rows; the other columns are what lists sort and filter by.
create table plan (
  bureau_id uuid not null references bureau,
  plan_id uuid not null,
  year integer not null,
  title text not null,
  status text not null check (
    status in ('draft', 'awaiting-legal-review', 'awaiting-approval', 'approved', 'published')
  ),
  state jsonb not null,
  version integer not null check (version >= 1),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (bureau_id, plan_id),
  unique (bureau_id, year)
);

alter table plan enable row level security;

alter table plan force row level security;

create policy tenant on plan
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on plan to mingchou_app;

-- Which plan a row belongs to, for those who know the row alone. A row removed from its draft stays here and orders nothing.
create table plan_row (
  bureau_id uuid not null,
  plan_row_id uuid not null,
  plan_id uuid not null,
  primary key (bureau_id, plan_row_id),
  foreign key (bureau_id, plan_id) references plan
);

alter table plan_row enable row level security;

alter table plan_row force row level security;

create policy tenant on plan_row
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on plan_row to mingchou_app;
