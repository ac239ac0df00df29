-- The one link of each witness; only its hash is kept. A new link replaces the earlier one.
create table draw_witness_link (
  bureau_id uuid not null,
  draw_id uuid not null,
  witness text not null check (witness ~ '^W[1-9][0-9]?$'),
  token_hash text not null check (token_hash ~ '^[0-9a-f]{64}$'),
  issued_at timestamptz not null,
  primary key (bureau_id, draw_id, witness),
  unique (bureau_id, token_hash),
  foreign key (bureau_id, draw_id) references draw
);

alter table draw_witness_link enable row level security;

alter table draw_witness_link force row level security;

create policy tenant on draw_witness_link
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on draw_witness_link to mingchou_app;
