-- The log's public keys of SM2, which sign beside Ed25519; the private one is a file beside the data. Exempt from tenancy.
create table portal_log_beside_key (
  generation integer primary key check (generation >= 1),
  verifier_key text not null
);

grant select, insert on portal_log_beside_key to mingchou_app;

grant select on portal_log_beside_key to mingchou_portal;

-- Whose cosignatures this installation takes and shows. Exempt from tenancy.
create table portal_log_witness (
  verifier_key text primary key,
  name text not null,
  trusted_at timestamptz not null
);

grant select, insert on portal_log_witness to mingchou_app;

grant select on portal_log_witness to mingchou_portal;

-- A witness's line under a checkpoint: this state continues all that he has seen. Exempt from tenancy.
create table portal_log_cosignature (
  size integer not null check (size >= 0),
  verifier_key text not null,
  line text not null,
  received_at timestamptz not null,
  primary key (size, verifier_key)
);

grant select, insert on portal_log_cosignature to mingchou_app;

grant select on portal_log_cosignature to mingchou_portal;

-- What a time-stamping authority answered for a checkpoint, as it came (RFC 3161). Exempt from tenancy.
create table portal_log_timestamp (
  size integer primary key check (size >= 0),
  reply bytea not null,
  stamped_at timestamptz not null,
  authority text not null
);

grant select, insert on portal_log_timestamp to mingchou_app;

grant select on portal_log_timestamp to mingchou_portal;
