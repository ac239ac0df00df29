-- 待批变动: a change of an object that waits for another person's word. Personal data stand sealed in registry_contact under its id.
create table subject_request (
  bureau_id uuid not null references bureau,
  id uuid not null,
  kind text not null check (kind in ('add', 'change', 'status')),
  subject_id uuid not null,
  name text not null,
  subject_version integer not null check (subject_version >= 0),
  reason text,
  -- What was typed, without personal values.
  input jsonb not null,
  changes jsonb not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  answer text not null check (answer in ('waiting', 'approved', 'declined')),
  answered_at timestamptz,
  answered_by_name text,
  answer_reason text,
  version integer not null check (version >= 1),
  primary key (bureau_id, id),
  check ((answer = 'waiting') = (answered_at is null) and (answered_at is null) = (answered_by_name is null)),
  check ((answer = 'declined') = (answer_reason is not null))
);

create unique index subject_request_waiting on subject_request (bureau_id, subject_id) where answer = 'waiting';

create index subject_request_time on subject_request (bureau_id, answer, asked_at);

alter table subject_request enable row level security;

alter table subject_request force row level security;

create policy tenant on subject_request
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on subject_request to mingchou_app;

-- Who approved the change, where the bureau's rule asks for it.
alter table registry_change add column approved_by_name text;
