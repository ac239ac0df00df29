-- The installation's one public log, over all bureaus and without personal data: appended to, never changed. Exempt from tenancy.
create table portal_log_entry (
  log_index integer primary key check (log_index >= 0),
  entry text not null
);

grant select, insert on portal_log_entry to mingchou_app;

grant select on portal_log_entry to mingchou_portal;

-- Hashes of the complete subtrees of its Merkle tree: leaves node_index·2^level on, 2^level of them. Exempt from tenancy.
create table portal_log_node (
  level integer not null check (level >= 0),
  node_index integer not null check (node_index >= 0),
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  primary key (level, node_index)
);

grant select, insert on portal_log_node to mingchou_app;

grant select on portal_log_node to mingchou_portal;

-- What the log has signed of itself, one after each batch. Exempt from tenancy.
create table portal_log_checkpoint (
  size integer primary key check (size >= 0),
  note text not null
);

grant select, insert on portal_log_checkpoint to mingchou_app;

grant select on portal_log_checkpoint to mingchou_portal;

-- The public keys that have signed, latest last; the private one is a file beside the data. Exempt from tenancy.
create table portal_log_key (
  generation integer primary key check (generation >= 1),
  verifier_key text not null
);

grant select, insert on portal_log_key to mingchou_app;

grant select on portal_log_key to mingchou_portal;

-- Which state of a bureau's audit chain the public log holds for which day.
create table audit_published (
  bureau_id uuid not null references bureau,
  day date not null,
  position bigint not null check (position >= 1),
  log_index integer not null,
  primary key (bureau_id, day)
);

alter table audit_published enable row level security;

alter table audit_published force row level security;

create policy tenant on audit_published
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on audit_published to mingchou_app;

-- An owner who is no superuser would otherwise see none of the bureaus' logs.
alter table public_log no force row level security;

-- Until now each bureau had a log of its own; their entries go on in the common one. The server hashes them when it starts.
insert into portal_log_entry (log_index, entry)
  select row_number() over (order by at, bureau_id, log_index) - 1, entry from public_log;

drop table public_log;

-- Private keys do not belong in a database.
drop table public_log_key;
