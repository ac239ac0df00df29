-- 已撤回: a drawn object was replaced by a reserve, or its draw is void, before anyone went there.
alter table inspection drop constraint inspection_status_check;

alter table inspection add constraint inspection_status_check check (
  status in (
    'awaiting', 'begun', 'returned', 'awaiting-confirmation', 'awaiting-legal-review', 'awaiting-disclosure',
    'disclosed', 'withdrawn'
  )
);
