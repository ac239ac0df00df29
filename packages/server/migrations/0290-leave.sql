-- 请假日历: [{"from": date, "to": date, "reason": text}], no two of them with a day in common.
alter table inspector add column leaves jsonb not null default '[]';
