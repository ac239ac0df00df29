-- Drawn objects and reserves in the order of selected.csv.
create table draw_object (
  bureau_id uuid not null,
  draw_id uuid not null,
  kind text not null check (kind in ('selected', 'reserve')),
  place integer not null check (place >= 1),
  subject_id uuid not null,
  code text not null,
  ticket text not null check (ticket ~ '^[0-9a-f]{64}$'),
  primary key (bureau_id, draw_id, kind, place),
  unique (bureau_id, draw_id, code),
  foreign key (bureau_id, draw_id, code) references draw_roster (bureau_id, draw_id, code)
);

create index draw_object_subject on draw_object (bureau_id, subject_id);

alter table draw_object enable row level security;

alter table draw_object force row level security;

create policy tenant on draw_object
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on draw_object to mingchou_app;

-- The teams in slot order; a seat without an inspector stayed vacant.
create table draw_seat (
  bureau_id uuid not null,
  draw_id uuid not null,
  place integer not null check (place >= 1),
  visit text not null,
  subject_code text not null,
  seat integer not null check (seat >= 1),
  inspector_code text,
  primary key (bureau_id, draw_id, place),
  unique (bureau_id, draw_id, visit, seat),
  foreign key (bureau_id, draw_id) references draw
);

alter table draw_seat enable row level security;

alter table draw_seat force row level security;

create policy tenant on draw_seat
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on draw_seat to mingchou_app;

-- The files of the bundle and the two bundles, by content.
create table draw_file (
  bureau_id uuid not null,
  draw_id uuid not null,
  name text not null,
  revision integer not null check (revision >= 1),
  hash text not null,
  size integer not null check (size >= 0),
  audience text not null check (audience in ('public', 'auditors')),
  primary key (bureau_id, draw_id, name, revision),
  foreign key (bureau_id, draw_id) references draw,
  foreign key (bureau_id, hash) references stored_file
);

alter table draw_file enable row level security;

alter table draw_file force row level security;

create policy tenant on draw_file
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on draw_file to mingchou_app;
