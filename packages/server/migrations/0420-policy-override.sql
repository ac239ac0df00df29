-- 本任务另定 of one rule: proposed by one person, in force for that task after another has approved it.
create table policy_override (
  bureau_id uuid not null references bureau,
  id uuid not null,
  task_id uuid not null,
  status text not null check (status in ('waiting', 'approved', 'declined')),
  state jsonb not null,
  proposed_at timestamptz not null,
  version integer not null check (version >= 1),
  primary key (bureau_id, id)
);

create index policy_override_of_task on policy_override (bureau_id, task_id);

alter table policy_override enable row level security;

alter table policy_override force row level security;

create policy tenant on policy_override
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on policy_override to mingchou_app;
