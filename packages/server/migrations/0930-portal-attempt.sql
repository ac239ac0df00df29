-- Every number given to a draw, from its preparation on: what was voided before its commitment is no gap.
alter table portal_snapshot drop constraint portal_snapshot_kind_check;

alter table portal_snapshot add constraint portal_snapshot_kind_check check (
  kind in ('bureau', 'plan', 'draw', 'progress', 'result', 'items', 'ceremony', 'attempt')
);
