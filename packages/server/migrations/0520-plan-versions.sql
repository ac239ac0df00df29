-- 待政府批准 is a state of its own, and a year has one plan with its amendments (修订): number 0 is the plan itself.
alter table plan drop constraint plan_status_check;

alter table plan add constraint plan_status_check check (
  status in ('draft', 'awaiting-legal-review', 'awaiting-approval', 'awaiting-government', 'approved', 'published')
);

alter table plan add column amendment_no integer not null default 0 check (amendment_no >= 0);

alter table plan drop constraint plan_bureau_id_year_key;

alter table plan add constraint plan_of_year unique (bureau_id, year, amendment_no);
