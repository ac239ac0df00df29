-- Where an object of the frozen pool stands: its stratum and its quota group (mc-draw/1 §2).
alter table draw_roster add column stratum text not null default '-';

alter table draw_roster add column quota_group text not null default '-';

-- Which visit a drawn object belongs to; null for a reserve. A batch's objects share one visit.
alter table draw_object add column visit text;

-- The owner, if no superuser, would otherwise see none of the bureaus' draws.
alter table draw no force row level security;

alter table draw_roster no force row level security;

alter table draw_object no force row level security;

-- Until now a draw had one stratum.
update draw_roster set stratum = coalesce(d.state -> 'was', d.state) -> 'setup' ->> 'stratum'
  from draw d where d.bureau_id = draw_roster.bureau_id and d.draw_id = draw_roster.draw_id
    and coalesce(d.state -> 'was', d.state) -> 'setup' ? 'stratum';

-- Until now each object was a visit of its own, named by its code.
update draw_object set visit = code where kind = 'selected';

alter table draw_seat drop column subject_code;

-- A void draw keeps its record under `was`; the figures are there once the roster is frozen.
update draw set state = jsonb_set(
  jsonb_set(
    state,
    case when state ? 'was' then '{was,setup}' else '{setup}' end::text[],
    (s - array['stratum', 'seats', 'sectors', 'level']) || jsonb_build_object(
      'filter', jsonb_build_object(
        'selection', 'targeted', 'sectors', s -> 'sectors', 'level', s -> 'level',
        'grades', '[]'::jsonb, 'regions', '[]'::jsonb, 'sections', '[]'::jsonb, 'words', '[]'::jsonb
      ),
      'stratifiedBy', 'none',
      'strata', jsonb_build_array(jsonb_build_object(
        'code', s -> 'stratum', 'name', s -> 'objects',
        'size', jsonb_build_object('count', s -> 'approvedCount'), 'batches', null, 'seats', s -> 'seats'
      )),
      'quota', '[]'::jsonb,
      'reserve', jsonb_build_object('count', s -> 'reserve'),
      'override', null
    )
  ),
  case when state ? 'was' then '{was,figures}' else '{figures}' end::text[],
  coalesce(
    f || jsonb_build_object('strata', jsonb_build_array(jsonb_build_object(
      'code', s -> 'stratum', 'pool', f -> 'pool', 'eligible', f -> 'eligible', 'size', s -> 'approvedCount',
      'reserve', greatest(0, least((s ->> 'reserve')::int, (f ->> 'eligible')::int - (s ->> 'approvedCount')::int)),
      'full', s -> 'approvedCount' = f -> 'eligible'
    ))),
    'null'::jsonb
  ),
  f is not null
)
from (
  select bureau_id, draw_id, record -> 'setup' as s, record -> 'figures' as f
    from (select bureau_id, draw_id, coalesce(state -> 'was', state) as record from draw) records
) old
where old.bureau_id = draw.bureau_id and old.draw_id = draw.draw_id and old.s ? 'stratum';

alter table draw force row level security;

alter table draw_roster force row level security;

alter table draw_object force row level security;
