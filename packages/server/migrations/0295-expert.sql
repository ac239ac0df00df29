-- 专家: may assist a visit, never one of its two inspectors.
create table expert (
  bureau_id uuid not null references bureau,
  id uuid not null,
  name text not null,
  name_pinyin text not null,
  name_initials text not null,
  organisation text not null,
  field text not null,
  title text,
  sectors text[] not null,
  appointed_until date not null,
  withdrawn_since date,
  withdrawn_reason text,
  version integer not null check (version >= 1),
  primary key (bureau_id, id),
  check ((withdrawn_since is null) = (withdrawn_reason is null))
);

alter table expert enable row level security;

alter table expert force row level security;

create policy tenant on expert
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on expert to mingchou_app;

alter table registry_change drop constraint registry_change_kind_check;

alter table registry_change add constraint registry_change_kind_check check (kind in ('subject', 'inspector', 'expert'));

-- GX-04: 回避 covers experts as well. A withdrawn relation stays on record.
create table expert_conflict (
  bureau_id uuid not null references bureau,
  id uuid not null,
  expert_id uuid not null,
  subject_id uuid not null,
  kind text not null check (kind in ('kin', 'shareholding', 'past-employment', 'declared', 'other')),
  reason text not null,
  declared_at timestamptz not null,
  declared_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by_name text,
  withdrawn_reason text,
  version integer not null check (version >= 1),
  primary key (bureau_id, id),
  foreign key (bureau_id, expert_id) references expert,
  foreign key (bureau_id, subject_id) references subject,
  check ((withdrawn_at is null) = (withdrawn_by_name is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);

create unique index expert_conflict_once on expert_conflict (bureau_id, expert_id, subject_id) where withdrawn_at is null;

alter table expert_conflict enable row level security;

alter table expert_conflict force row level security;

create policy tenant on expert_conflict
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on expert_conflict to mingchou_app;
