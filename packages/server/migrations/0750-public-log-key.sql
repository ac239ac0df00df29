-- The key that signs the checkpoints of a bureau's public log. Made once, never replaced in place.
create table public_log_key (
  bureau_id uuid primary key references bureau,
  origin text not null check (origin !~ '[\s+]'),
  public_key text not null,
  private_key text not null,
  made_at timestamptz not null
);

alter table public_log_key enable row level security;

alter table public_log_key force row level security;

create policy tenant on public_log_key
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert on public_log_key to mingchou_app;
