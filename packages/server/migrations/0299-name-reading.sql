-- By which table of readings the pinyin of this bureau's names was written; another table has it written again.
create table name_reading (
  bureau_id uuid not null references bureau,
  mark text not null check (mark ~ '^[0-9a-f]{64}$'),
  read_at timestamptz not null,
  primary key (bureau_id)
);

alter table name_reading enable row level security;

alter table name_reading force row level security;

create policy tenant on name_reading
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on name_reading to mingchou_app;
