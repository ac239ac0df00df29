-- 事故、处罚、查实的投诉 at an object: what may make it 重点 (N-05).
create table occurrence (
  bureau_id uuid not null references bureau,
  id uuid not null,
  subject_id uuid not null,
  kind text not null check (kind in ('accident', 'penalty', 'complaint')),
  happened_on date not null,
  evidence text not null,
  registered_at timestamptz not null,
  registered_by uuid not null,
  registered_by_name text not null,
  -- 不列为重点: who set the occurrence aside, and why.
  set_aside_at timestamptz,
  set_aside_by_name text,
  set_aside_reason text,
  version integer not null check (version >= 1),
  primary key (bureau_id, id),
  foreign key (bureau_id, subject_id) references subject,
  check ((set_aside_at is null) = (set_aside_reason is null) and (set_aside_at is null) = (set_aside_by_name is null))
);

create index occurrence_subject on occurrence (bureau_id, subject_id);

alter table occurrence enable row level security;

alter table occurrence force row level security;

create policy tenant on occurrence
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on occurrence to mingchou_app;
