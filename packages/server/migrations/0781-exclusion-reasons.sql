-- More rules exclude, and a leader may approve an exclusion of its own (left-out).
alter table draw_roster drop constraint draw_roster_exclusion_reason_check;

alter table draw_roster add constraint draw_roster_exclusion_reason_check check (
  exclusion_reason in (
    'closed', 'suspended', 'drawn-this-round', 'drawn-this-year', 'in-open-task', 'frequency-cap',
    'frequency-reached', 'left-out'
  )
);
