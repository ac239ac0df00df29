create table section (
  bureau_id uuid not null references bureau,
  section_id uuid not null,
  version integer not null default 1,
  code text not null check (code ~ '^[A-Z]{2,4}$'),
  name text not null,
  primary key (bureau_id, section_id),
  unique (bureau_id, code),
  unique (bureau_id, name)
);

alter table section enable row level security;

alter table section force row level security;

create policy tenant on section
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on section to mingchou_app;

create table person (
  bureau_id uuid not null references bureau,
  person_id uuid not null,
  version integer not null default 1,
  login text not null check (login = lower(login)),
  name text not null,
  section_id uuid,
  roles text[] not null check (
    roles <@ array['administrator', 'legalClerk', 'sectionChief', 'inspector', 'deputyDirector', 'auditor', 'partner']
    and cardinality(roles) >= 1
  ),
  inspector_id uuid,
  phone text,
  identity_number text,
  status text not null default 'active' check (status in ('active', 'disabled')),
  password_hash text not null,
  must_change_password boolean not null default false,
  primary key (bureau_id, person_id),
  unique (bureau_id, login),
  unique (bureau_id, inspector_id),
  foreign key (bureau_id, section_id) references section,
  -- 三员分立: whoever looks after accounts or watches the log does not also do the business.
  constraint duties_apart check (
    not (roles && array['administrator'] and cardinality(roles) > 1)
    and not (roles && array['auditor'] and cardinality(roles) > 1)
  )
);

alter table person enable row level security;

alter table person force row level security;

create policy tenant on person
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on person to mingchou_app;

-- Failures by the name that was typed, whether or not a person has it, so that a lock tells nobody who exists.
create table sign_in_attempt (
  bureau_id uuid not null references bureau,
  login text not null,
  failures integer not null,
  locked_until timestamptz,
  primary key (bureau_id, login)
);

alter table sign_in_attempt enable row level security;

alter table sign_in_attempt force row level security;

create policy tenant on sign_in_attempt
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on sign_in_attempt to mingchou_app;

-- Only the hash of a session's token is stored: a copy of the table signs nobody in.
create table session (
  bureau_id uuid not null references bureau,
  token_hash bytea not null check (length(token_hash) = 32),
  person_id uuid not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  reauthenticated_at timestamptz,
  ended_at timestamptz,
  primary key (bureau_id, token_hash),
  foreign key (bureau_id, person_id) references person
);

create index session_person on session (bureau_id, person_id);

alter table session enable row level security;

alter table session force row level security;

create policy tenant on session
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on session to mingchou_app;

-- How each person likes a list: columns, sorting, density.
create table list_view (
  bureau_id uuid not null references bureau,
  person_id uuid not null,
  list text not null,
  view jsonb not null,
  primary key (bureau_id, person_id, list),
  foreign key (bureau_id, person_id) references person
);

alter table list_view enable row level security;

alter table list_view force row level security;

create policy tenant on list_view
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on list_view to mingchou_app;

create table display_settings (
  bureau_id uuid not null references bureau,
  person_id uuid not null,
  settings jsonb not null,
  primary key (bureau_id, person_id),
  foreign key (bureau_id, person_id) references person
);

alter table display_settings enable row level security;

alter table display_settings force row level security;

create policy tenant on display_settings
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on display_settings to mingchou_app;

-- One-time links for a bureau's first administrator. There is no bureau yet, so the table is exempt from tenancy.
create table setup_link (
  token_hash bytea primary key check (length(token_hash) = 32),
  expires_at timestamptz not null,
  used_at timestamptz
);

grant select, insert, update on setup_link to mingchou_app;
