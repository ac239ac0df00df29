-- 现场检查表 as published when the task was dispatched: a later edition of the list changes no visit.
alter table visit add column checklist jsonb not null default '{"edition": null, "items": []}';
