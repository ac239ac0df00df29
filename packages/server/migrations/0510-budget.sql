-- 工作日测算: one a year. `state` is the domain's Budget, whole, with every figure as it was typed.
create table budget (
  bureau_id uuid not null references bureau,
  budget_id uuid not null,
  year integer not null check (year between 2000 and 2100),
  status text not null check (status in ('draft', 'awaiting-approval', 'approved')),
  state jsonb not null,
  version integer not null check (version >= 1),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (bureau_id, budget_id),
  unique (bureau_id, year)
);

alter table budget enable row level security;

alter table budget force row level security;

create policy tenant on budget
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on budget to mingchou_app;
