-- One entry a command, written in the command's transaction; never changed, never deleted.
create table audit_entry (
  bureau_id uuid not null references bureau,
  entry_id uuid not null,
  noun text not null,
  aggregate_id uuid not null,
  version integer not null,
  event_type text not null,
  event jsonb not null,
  actor_id uuid,
  actor_name text not null,
  at timestamptz not null,
  primary key (bureau_id, entry_id)
);

create index audit_entry_history on audit_entry (bureau_id, aggregate_id, entry_id);

create index audit_entry_time on audit_entry (bureau_id, at);

alter table audit_entry enable row level security;

alter table audit_entry force row level security;

create policy tenant on audit_entry
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on audit_entry to mingchou_app;

grant select on audit_entry to mingchou_sequencer;

-- Which entries still wait for their place in the chain; the sequencer takes them out.
create table audit_pending (
  bureau_id uuid not null,
  entry_id uuid not null,
  primary key (bureau_id, entry_id),
  foreign key (bureau_id, entry_id) references audit_entry
);

alter table audit_pending enable row level security;

alter table audit_pending force row level security;

create policy tenant on audit_pending
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

-- The sequencer looks for work in all bureaus at once; it learns ids only.
create policy sequencing on audit_pending for select to mingchou_sequencer using (true);

grant select, insert on audit_pending to mingchou_app;

grant select, delete on audit_pending to mingchou_sequencer;

-- The chain of one bureau: position 1, 2, 3 …; each link's hash covers the one before and the whole entry.
create table audit_link (
  bureau_id uuid not null,
  position bigint not null check (position >= 1),
  entry_id uuid not null,
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  linked_at timestamptz not null default now(),
  primary key (bureau_id, position),
  unique (bureau_id, entry_id),
  foreign key (bureau_id, entry_id) references audit_entry
);

alter table audit_link enable row level security;

alter table audit_link force row level security;

create policy tenant on audit_link
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select on audit_link to mingchou_app;

grant select, insert on audit_link to mingchou_sequencer;
