-- 法制审核 of a budget of workdays, where the bureau's rules ask for one.
alter table budget drop constraint budget_status_check;

alter table budget add constraint budget_status_check
  check (status in ('draft', 'awaiting-legal-review', 'awaiting-approval', 'approved'));
