-- 轮次: the span in which an object is drawn at most once. `state` is the domain's Round, whole.
create table round (
  bureau_id uuid not null references bureau,
  round_id uuid not null,
  name text not null,
  status text not null check (status in ('open', 'closed')),
  starts_on date not null,
  state jsonb not null,
  version integer not null check (version >= 1),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (bureau_id, round_id),
  unique (bureau_id, name)
);

alter table round enable row level security;

alter table round force row level security;

create policy tenant on round
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on round to mingchou_app;

-- Until now the round was the calendar year; a draw of that time belongs to none and is compared by its year.
alter table draw add column round_id uuid;

alter table draw add constraint draw_of_round foreign key (bureau_id, round_id) references round;

create index draw_round on draw (bureau_id, round_id);
