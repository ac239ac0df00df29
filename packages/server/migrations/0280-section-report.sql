-- 分册上报: what a section reported of its part of the 名录库, and how the bureau answered (GX-07).
create table section_report (
  bureau_id uuid not null references bureau,
  id uuid not null,
  section_id uuid not null,
  total integer not null check (total >= 0),
  priority integer not null check (priority between 0 and total),
  digest text not null check (digest ~ '^[0-9a-f]{64}$'),
  reported_at timestamptz not null,
  reported_by uuid not null,
  reported_by_name text not null,
  answer text not null check (answer in ('waiting', 'confirmed', 'returned')),
  answered_at timestamptz,
  answered_by_name text,
  answer_reason text,
  version integer not null check (version >= 1),
  primary key (bureau_id, id),
  check ((answer = 'waiting') = (answered_at is null) and (answered_at is null) = (answered_by_name is null)),
  check ((answer = 'returned') = (answer_reason is not null))
);

-- Two people of one section who press at once make one report.
create unique index section_report_waiting on section_report (bureau_id, section_id) where answer = 'waiting';

alter table section_report enable row level security;

alter table section_report force row level security;

create policy tenant on section_report
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on section_report to mingchou_app;
