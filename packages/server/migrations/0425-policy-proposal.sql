-- 整份规则: a whole profile, proposed by one person, adopted after another has approved it.
create table policy_proposal (
  bureau_id uuid not null references bureau,
  id uuid not null,
  status text not null check (status in ('waiting', 'approved', 'declined')),
  state jsonb not null,
  proposed_at timestamptz not null,
  version integer not null check (version >= 1),
  primary key (bureau_id, id)
);

alter table policy_proposal enable row level security;

alter table policy_proposal force row level security;

create policy tenant on policy_proposal
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on policy_proposal to mingchou_app;
