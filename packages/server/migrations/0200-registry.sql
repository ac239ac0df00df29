-- 抽查对象: the living 名录库. What stands in a draw is a frozen copy elsewhere.
create table subject (
  bureau_id uuid not null references bureau,
  id uuid not null,
  code_kind text not null check (code_kind in ('credit', 'registration', 'organisation', 'local')),
  code text not null,
  -- 按执照保留: why a credit code with a wrong check character stands as printed on the licence.
  code_kept_reason text,
  name text not null,
  -- Pinyin of the name, whole and first letters, for search.
  name_pinyin text not null,
  name_initials text not null,
  address text not null,
  region text check (region ~ '^[0-9]{6}$'),
  sector text not null,
  priority text not null check (priority in ('priority', 'ordinary')),
  credit_grade text check (credit_grade in ('A', 'B', 'C', 'D')),
  standardisation text check (standardisation in ('first', 'second', 'third', 'none')),
  section_id uuid,
  status text not null check (status in ('in-business', 'suspended', 'closed', 'moved')),
  status_since date,
  status_reason text,
  version integer not null check (version >= 1),
  primary key (bureau_id, id),
  unique (bureau_id, code),
  check (status = 'in-business' or (status_since is not null and status_reason is not null))
);

create index subject_sector on subject (bureau_id, sector);

create index subject_name on subject (bureau_id, name);

alter table subject enable row level security;

alter table subject force row level security;

create policy tenant on subject
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on subject to mingchou_app;

-- 执法检查人员.
create table inspector (
  bureau_id uuid not null references bureau,
  id uuid not null,
  name text not null,
  name_pinyin text not null,
  name_initials text not null,
  certificate_no text not null,
  issuer text not null,
  expires_on date not null,
  employment text not null check (employment in ('administrative', 'institution', 'auxiliary')),
  section_id uuid,
  -- Sector codes of the bureau's policy.
  qualifications text[] not null,
  cap integer not null check (cap between 0 and 100000),
  status text not null check (status in ('on-duty', 'off-duty')),
  status_since date,
  status_reason text,
  version integer not null check (version >= 1),
  primary key (bureau_id, id),
  unique (bureau_id, certificate_no),
  check (status = 'on-duty' or (status_since is not null and status_reason is not null))
);

alter table inspector enable row level security;

alter table inspector force row level security;

create policy tenant on inspector
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on inspector to mingchou_app;

-- Personal data of subjects and inspectors, apart from everything that lists and histories read.
create table registry_contact (
  bureau_id uuid not null references bureau,
  record_id uuid not null,
  contact jsonb not null,
  primary key (bureau_id, record_id)
);

alter table registry_contact enable row level security;

alter table registry_contact force row level security;

create policy tenant on registry_contact
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on registry_contact to mingchou_app;

-- 利害关系; a withdrawn one stays on record.
create table conflict_of_interest (
  bureau_id uuid not null references bureau,
  id uuid not null,
  inspector_id uuid not null,
  subject_id uuid not null,
  kind text not null check (kind in ('kin', 'shareholding', 'past-employment', 'declared', 'other')),
  reason text not null,
  declared_at timestamptz not null,
  declared_by uuid not null,
  declared_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  withdrawn_by_name text,
  withdrawn_reason text,
  version integer not null check (version >= 1),
  primary key (bureau_id, id),
  foreign key (bureau_id, inspector_id) references inspector,
  foreign key (bureau_id, subject_id) references subject,
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);

create unique index conflict_once on conflict_of_interest (bureau_id, inspector_id, subject_id) where withdrawn_at is null;

create index conflict_subject on conflict_of_interest (bureau_id, subject_id);

alter table conflict_of_interest enable row level security;

alter table conflict_of_interest force row level security;

create policy tenant on conflict_of_interest
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on conflict_of_interest to mingchou_app;

-- 变动记录: every version of every record, with the whole row as it stood afterwards, so that the registry reads as of any date.
create table registry_change (
  bureau_id uuid not null references bureau,
  record_id uuid not null,
  version integer not null,
  kind text not null check (kind in ('subject', 'inspector')),
  at timestamptz not null,
  by_id uuid not null,
  by_name text not null,
  reason text,
  changes jsonb not null,
  state jsonb not null,
  primary key (bureau_id, record_id, version)
);

create index registry_change_time on registry_change (bureau_id, kind, at);

alter table registry_change enable row level security;

alter table registry_change force row level security;

create policy tenant on registry_change
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on registry_change to mingchou_app;
