-- The reply of each command under the key its sender chose, stored in the command's own transaction.
create table idempotency_key (
  bureau_id uuid not null references bureau,
  person_id uuid not null,
  key text not null,
  route text not null,
  body_hash bytea not null,
  -- The exact bytes of the reply; jsonb would reorder them.
  reply text,
  created_at timestamptz not null default now(),
  primary key (bureau_id, person_id, key)
);

alter table idempotency_key enable row level security;

alter table idempotency_key force row level security;

create policy tenant on idempotency_key
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on idempotency_key to mingchou_app;
