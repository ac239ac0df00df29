-- The frozen pool. Written once at the freeze; the application may neither change nor delete a line.
create table draw_roster (
  bureau_id uuid not null,
  draw_id uuid not null,
  position integer not null check (position >= 1),
  subject_id uuid not null,
  code text not null,
  name text not null,
  sector text not null,
  exclusion_reason text
    check (exclusion_reason in ('closed', 'suspended', 'drawn-this-round', 'frequency-cap')),
  exclusion_evidence text,
  primary key (bureau_id, draw_id, position),
  unique (bureau_id, draw_id, code),
  foreign key (bureau_id, draw_id) references draw
);

alter table draw_roster enable row level security;

alter table draw_roster force row level security;

create policy tenant on draw_roster
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on draw_roster to mingchou_app;

-- Who may go, as frozen.
create table draw_inspector (
  bureau_id uuid not null,
  draw_id uuid not null,
  code text not null,
  inspector_id uuid not null,
  name text not null,
  qualifications text[] not null,
  certificate_until date,
  cap integer not null check (cap >= 0),
  primary key (bureau_id, draw_id, code),
  foreign key (bureau_id, draw_id) references draw
);

alter table draw_inspector enable row level security;

alter table draw_inspector force row level security;

create policy tenant on draw_inspector
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on draw_inspector to mingchou_app;

-- 回避 known before the draw, as frozen; seen by auditors only.
create table draw_conflict (
  bureau_id uuid not null,
  draw_id uuid not null,
  subject_code text not null,
  inspector_code text not null,
  primary key (bureau_id, draw_id, subject_code, inspector_code),
  foreign key (bureau_id, draw_id) references draw
);

alter table draw_conflict enable row level security;

alter table draw_conflict force row level security;

create policy tenant on draw_conflict
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on draw_conflict to mingchou_app;
