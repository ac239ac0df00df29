-- What is registered about an object beside its name, code and place in the base.
alter table subject add column kind text not null default 'enterprise'
  check (kind in ('enterprise', 'individual', 'mine', 'project', 'product'));

alter table subject add column former_names text[] not null default '{}';

-- Degrees of CGCS2000.
alter table subject add column longitude numeric(9, 6) check (longitude between 73 and 136);

alter table subject add column latitude numeric(8, 6) check (latitude between 3 and 54);

alter table subject add constraint location_whole check ((longitude is null) = (latitude is null));

alter table subject add column industry text check (industry ~ '^[A-T]([0-9]{2,4})?$');

alter table subject add column grounds text[] not null default '{}';

alter table subject add column grade_source text;

alter table subject add column grade_on date;

-- What stood as 重点 before grounds were kept was put there by the bureau's own list.
update subject set grounds = '{listed}' where priority = 'priority';
