-- A visit of an external draw carries that draw's register number, which is no number of a draw here.
alter table visit add column draw_kind text not null default 'committed' check (draw_kind in ('committed', 'external'));
