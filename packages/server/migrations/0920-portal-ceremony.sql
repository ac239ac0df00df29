-- The ceremony's own view: the public screen and the phones in the room read it, event by event.
alter table portal_snapshot drop constraint portal_snapshot_kind_check;

alter table portal_snapshot add constraint portal_snapshot_kind_check
  check (kind in ('bureau', 'plan', 'draw', 'progress', 'result', 'items', 'ceremony'));
