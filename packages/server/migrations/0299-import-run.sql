-- 进度: a long import, told about every second while it writes in a transaction of its own, and how it ended.
create table import_run (
  bureau_id uuid not null references bureau,
  id uuid not null,
  import_id uuid not null,
  target text not null,
  mode text not null check (mode in ('all-or-nothing', 'skip-wrong')),
  state text not null check (state in ('waiting', 'running', 'done', 'refused', 'broken')),
  phase text not null check (phase in ('reading', 'comparing', 'writing')),
  done integer not null,
  total integer not null,
  asked_at timestamptz not null,
  asked_by uuid not null,
  asked_by_name text not null,
  ended_at timestamptz,
  -- Why nothing was imported, as the officer reads it.
  message text,
  -- Time of the machine, not the bureau's: when it last told of itself, and when its phase began.
  heard_at timestamptz not null default clock_timestamp(),
  phase_at timestamptz not null default clock_timestamp(),
  primary key (bureau_id, id),
  foreign key (bureau_id, import_id) references import_dry_run,
  check ((ended_at is null) = (state in ('waiting', 'running'))),
  check ((message is null) or state = 'refused')
);

-- Two imports into one list at the same time cannot be begun.
create unique index import_run_live on import_run (bureau_id, target) where state in ('waiting', 'running');

create index import_run_of on import_run (bureau_id, import_id, asked_at);

alter table import_run enable row level security;

alter table import_run force row level security;

create policy tenant on import_run
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on import_run to mingchou_app;

-- What was read and found at 试读, and the wrong rows given back; sealed files, so that no page has to read the workbook again.
alter table import_dry_run add column view_hash text;

alter table import_dry_run add column wrong_hash text;
