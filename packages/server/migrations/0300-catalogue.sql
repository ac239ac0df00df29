-- 抽查事项清单. `state` is the domain's InspectionItem; the other columns are what lists sort, filter and search by.
create table catalogue_item (
  bureau_id uuid not null references bureau,
  item_id uuid not null,
  no integer not null check (no >= 1),
  title text not null,
  status text not null check (status in ('draft', 'published', 'withdrawn')),
  state jsonb not null,
  version integer not null check (version >= 1),
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (bureau_id, item_id),
  unique (bureau_id, no),
  unique (bureau_id, title)
);

alter table catalogue_item enable row level security;

alter table catalogue_item force row level security;

create policy tenant on catalogue_item
  using (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid)
  with check (bureau_id = nullif(current_setting('app.bureau_id', true), '')::uuid);

grant select, insert, update on catalogue_item to mingchou_app;
