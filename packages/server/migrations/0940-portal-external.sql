-- External draws are public too, marked as not verifiable.
alter table portal_snapshot drop constraint portal_snapshot_kind_check;

alter table portal_snapshot add constraint portal_snapshot_kind_check check (
  kind in ('bureau', 'plan', 'draw', 'progress', 'result', 'items', 'ceremony', 'attempt', 'external')
);
