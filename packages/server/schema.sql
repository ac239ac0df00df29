-- What the migrations come to, by `node scripts/dump-schema.ts`. Not executed by anything.

create extension pg_trgm;
create table audit_entry (
  bureau_id uuid not null,
  entry_id uuid not null,
  noun text not null,
  aggregate_id uuid not null,
  version integer not null,
  event_type text not null,
  event jsonb not null,
  actor_id uuid,
  actor_name text not null,
  at timestamp with time zone not null,
  constraint audit_entry_pkey PRIMARY KEY (bureau_id, entry_id),
  constraint audit_entry_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
CREATE INDEX audit_entry_history ON public.audit_entry USING btree (bureau_id, aggregate_id, entry_id);
CREATE INDEX audit_entry_time ON public.audit_entry USING btree (bureau_id, at);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy tenant on audit_entry for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on audit_entry to mingchou_app;
grant select on audit_entry to mingchou_sequencer;

create table audit_link (
  bureau_id uuid not null,
  "position" bigint not null,
  entry_id uuid not null,
  previous_hash bytea not null,
  hash bytea not null,
  linked_at timestamp with time zone default now() not null,
  constraint audit_link_pkey PRIMARY KEY (bureau_id, "position"),
  constraint audit_link_bureau_id_entry_id_key UNIQUE (bureau_id, entry_id),
  constraint audit_link_hash_check CHECK ((length(hash) = 32)),
  constraint audit_link_position_check CHECK (("position" >= 1)),
  constraint audit_link_previous_hash_check CHECK ((length(previous_hash) = 32)),
  constraint audit_link_bureau_id_entry_id_fkey FOREIGN KEY (bureau_id, entry_id) REFERENCES audit_entry(bureau_id, entry_id)
);
alter table audit_link enable row level security;
alter table audit_link force row level security;
create policy tenant on audit_link for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant select on audit_link to mingchou_app;
grant insert, select on audit_link to mingchou_sequencer;

create table audit_pending (
  bureau_id uuid not null,
  entry_id uuid not null,
  constraint audit_pending_pkey PRIMARY KEY (bureau_id, entry_id),
  constraint audit_pending_bureau_id_entry_id_fkey FOREIGN KEY (bureau_id, entry_id) REFERENCES audit_entry(bureau_id, entry_id)
);
alter table audit_pending enable row level security;
alter table audit_pending force row level security;
create policy sequencing on audit_pending for select to mingchou_sequencer
  using (true);
create policy tenant on audit_pending for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on audit_pending to mingchou_app;
grant delete, select on audit_pending to mingchou_sequencer;

create table audit_published (
  bureau_id uuid not null,
  day date not null,
  "position" bigint not null,
  log_index integer not null,
  constraint audit_published_pkey PRIMARY KEY (bureau_id, day),
  constraint audit_published_position_check CHECK (("position" >= 1)),
  constraint audit_published_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table audit_published enable row level security;
alter table audit_published force row level security;
create policy tenant on audit_published for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on audit_published to mingchou_app;

create table budget (
  bureau_id uuid not null,
  budget_id uuid not null,
  year integer not null,
  status text not null,
  state jsonb not null,
  version integer not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint budget_pkey PRIMARY KEY (bureau_id, budget_id),
  constraint budget_bureau_id_year_key UNIQUE (bureau_id, year),
  constraint budget_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'awaiting-legal-review'::text, 'awaiting-approval'::text, 'approved'::text]))),
  constraint budget_version_check CHECK ((version >= 1)),
  constraint budget_year_check CHECK (((year >= 2000) AND (year <= 2100))),
  constraint budget_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table budget enable row level security;
alter table budget force row level security;
create policy tenant on budget for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on budget to mingchou_app;

create table bureau (
  bureau_id uuid not null,
  slug text not null,
  name text not null,
  region_code text not null,
  section_word text not null,
  created_at timestamp with time zone default now() not null,
  constraint bureau_pkey PRIMARY KEY (bureau_id),
  constraint bureau_name_key UNIQUE (name),
  constraint bureau_slug_key UNIQUE (slug),
  constraint bureau_region_code_check CHECK ((region_code ~ '^[0-9]{6}$'::text)),
  constraint bureau_section_word_check CHECK ((section_word = ANY (ARRAY['科室'::text, '股室'::text]))),
  constraint bureau_slug_check CHECK ((slug ~ '^[a-z0-9][a-z0-9-]{0,62}$'::text))
);
grant insert, select on bureau to mingchou_app;
grant select on bureau to mingchou_sequencer;

create table bureau_clock (
  bureau_id uuid not null,
  standing_at timestamp with time zone not null,
  constraint bureau_clock_pkey PRIMARY KEY (bureau_id),
  constraint bureau_clock_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table bureau_clock enable row level security;
alter table bureau_clock force row level security;
create policy tenant on bureau_clock for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on bureau_clock to mingchou_app;

create table bureau_key (
  bureau_id uuid not null,
  generation integer not null,
  wrapped bytea not null,
  made_at timestamp with time zone default now() not null,
  constraint bureau_key_pkey PRIMARY KEY (bureau_id, generation),
  constraint bureau_key_generation_check CHECK ((generation >= 1)),
  constraint bureau_key_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table bureau_key enable row level security;
alter table bureau_key force row level security;
create policy tenant on bureau_key for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on bureau_key to mingchou_app;

create table catalogue_edition (
  bureau_id uuid not null,
  no integer not null,
  published_at timestamp with time zone not null,
  published_by text not null,
  items jsonb not null,
  constraint catalogue_edition_pkey PRIMARY KEY (bureau_id, no),
  constraint catalogue_edition_no_check CHECK ((no >= 1)),
  constraint catalogue_edition_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table catalogue_edition enable row level security;
alter table catalogue_edition force row level security;
create policy tenant on catalogue_edition for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on catalogue_edition to mingchou_app;

create table catalogue_item (
  bureau_id uuid not null,
  item_id uuid not null,
  no integer not null,
  title text not null,
  status text not null,
  state jsonb not null,
  version integer not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint catalogue_item_pkey PRIMARY KEY (bureau_id, item_id),
  constraint catalogue_item_bureau_id_no_key UNIQUE (bureau_id, no),
  constraint catalogue_item_bureau_id_title_key UNIQUE (bureau_id, title),
  constraint catalogue_item_no_check CHECK ((no >= 1)),
  constraint catalogue_item_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text]))),
  constraint catalogue_item_version_check CHECK ((version >= 1)),
  constraint catalogue_item_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table catalogue_item enable row level security;
alter table catalogue_item force row level security;
create policy tenant on catalogue_item for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on catalogue_item to mingchou_app;

create table catalogue_library (
  bureau_id uuid not null,
  list text not null,
  key text not null,
  entry_id uuid not null,
  state jsonb not null,
  version integer not null,
  constraint catalogue_library_pkey PRIMARY KEY (bureau_id, list, key),
  constraint catalogue_library_bureau_id_entry_id_key UNIQUE (bureau_id, entry_id),
  constraint catalogue_library_list_check CHECK ((list = ANY (ARRAY['law'::text, 'mapping'::text, 'hazard'::text]))),
  constraint catalogue_library_version_check CHECK ((version >= 1)),
  constraint catalogue_library_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table catalogue_library enable row level security;
alter table catalogue_library force row level security;
create policy tenant on catalogue_library for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on catalogue_library to mingchou_app;

create table conflict_of_interest (
  bureau_id uuid not null,
  id uuid not null,
  inspector_id uuid not null,
  subject_id uuid not null,
  kind text not null,
  reason text not null,
  declared_at timestamp with time zone not null,
  declared_by uuid not null,
  declared_by_name text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_by_name text,
  withdrawn_reason text,
  version integer not null,
  constraint conflict_of_interest_pkey PRIMARY KEY (bureau_id, id),
  constraint conflict_of_interest_check CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))),
  constraint conflict_of_interest_kind_check CHECK ((kind = ANY (ARRAY['kin'::text, 'shareholding'::text, 'past-employment'::text, 'declared'::text, 'other'::text]))),
  constraint conflict_of_interest_version_check CHECK ((version >= 1)),
  constraint conflict_of_interest_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id),
  constraint conflict_of_interest_bureau_id_inspector_id_fkey FOREIGN KEY (bureau_id, inspector_id) REFERENCES inspector(bureau_id, id),
  constraint conflict_of_interest_bureau_id_subject_id_fkey FOREIGN KEY (bureau_id, subject_id) REFERENCES subject(bureau_id, id)
);
CREATE UNIQUE INDEX conflict_once ON public.conflict_of_interest USING btree (bureau_id, inspector_id, subject_id) WHERE (withdrawn_at IS NULL);
CREATE INDEX conflict_subject ON public.conflict_of_interest USING btree (bureau_id, subject_id);
alter table conflict_of_interest enable row level security;
alter table conflict_of_interest force row level security;
create policy tenant on conflict_of_interest for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on conflict_of_interest to mingchou_app;

create table disclosure (
  bureau_id uuid not null,
  inspection_id uuid not null,
  draw_no integer not null,
  subject_name text not null,
  team uuid[] not null,
  status text not null,
  step text not null,
  last_on date not null,
  strictest_on date not null,
  record jsonb not null,
  deadline jsonb not null,
  disclosed_at timestamp with time zone,
  disclosed_by text,
  days_used integer,
  late boolean,
  version integer not null,
  constraint disclosure_pkey PRIMARY KEY (bureau_id, inspection_id),
  constraint disclosure_check CHECK (((status = 'disclosed'::text) = ((disclosed_at IS NOT NULL) AND (late IS NOT NULL)))),
  constraint disclosure_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'disclosed'::text]))),
  constraint disclosure_step_check CHECK ((step = ANY (ARRAY['confirmation'::text, 'legal-review'::text, 'returned'::text, 'approved'::text]))),
  constraint disclosure_version_check CHECK ((version >= 1)),
  constraint disclosure_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
CREATE INDEX disclosure_queue ON public.disclosure USING btree (bureau_id, status, strictest_on);
alter table disclosure enable row level security;
alter table disclosure force row level security;
create policy tenant on disclosure for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on disclosure to mingchou_app;

create table display_settings (
  bureau_id uuid not null,
  person_id uuid not null,
  settings jsonb not null,
  constraint display_settings_pkey PRIMARY KEY (bureau_id, person_id),
  constraint display_settings_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id),
  constraint display_settings_bureau_id_person_id_fkey FOREIGN KEY (bureau_id, person_id) REFERENCES person(bureau_id, person_id)
);
alter table display_settings enable row level security;
alter table display_settings force row level security;
create policy tenant on display_settings for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on display_settings to mingchou_app;

create table draw (
  bureau_id uuid not null,
  draw_id uuid not null,
  task_id uuid not null,
  draw_no integer not null,
  year integer not null,
  task_name text not null,
  objects text not null,
  status text not null,
  commitment text,
  state jsonb not null,
  version integer not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  round_id uuid,
  constraint draw_pkey PRIMARY KEY (bureau_id, draw_id),
  constraint draw_bureau_id_draw_no_key UNIQUE (bureau_id, draw_no),
  constraint draw_commitment_check CHECK ((commitment ~ '^[0-9a-f]{64}$'::text)),
  constraint draw_draw_no_check CHECK ((draw_no >= 1)),
  constraint draw_status_check CHECK ((status = ANY (ARRAY['preparing'::text, 'frozen'::text, 'committed'::text, 'collecting'::text, 'drawn'::text, 'dispatched'::text, 'voided'::text]))),
  constraint draw_version_check CHECK ((version >= 1)),
  constraint draw_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id),
  constraint draw_bureau_id_task_id_fkey FOREIGN KEY (bureau_id, task_id) REFERENCES task(bureau_id, task_id),
  constraint draw_of_round FOREIGN KEY (bureau_id, round_id) REFERENCES round(bureau_id, round_id)
);
CREATE UNIQUE INDEX draw_of_task ON public.draw USING btree (bureau_id, task_id) WHERE (status <> 'voided'::text);
CREATE INDEX draw_round ON public.draw USING btree (bureau_id, round_id);
alter table draw enable row level security;
alter table draw force row level security;
create policy tenant on draw for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on draw to mingchou_app;

create table draw_conflict (
  bureau_id uuid not null,
  draw_id uuid not null,
  subject_code text not null,
  inspector_code text not null,
  constraint draw_conflict_pkey PRIMARY KEY (bureau_id, draw_id, subject_code, inspector_code),
  constraint draw_conflict_bureau_id_draw_id_fkey FOREIGN KEY (bureau_id, draw_id) REFERENCES draw(bureau_id, draw_id)
);
alter table draw_conflict enable row level security;
alter table draw_conflict force row level security;
create policy tenant on draw_conflict for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on draw_conflict to mingchou_app;

create table draw_file (
  bureau_id uuid not null,
  draw_id uuid not null,
  name text not null,
  revision integer not null,
  hash text not null,
  size integer not null,
  audience text not null,
  constraint draw_file_pkey PRIMARY KEY (bureau_id, draw_id, name, revision),
  constraint draw_file_audience_check CHECK ((audience = ANY (ARRAY['public'::text, 'auditors'::text]))),
  constraint draw_file_revision_check CHECK ((revision >= 1)),
  constraint draw_file_size_check CHECK ((size >= 0)),
  constraint draw_file_bureau_id_draw_id_fkey FOREIGN KEY (bureau_id, draw_id) REFERENCES draw(bureau_id, draw_id),
  constraint draw_file_bureau_id_hash_fkey FOREIGN KEY (bureau_id, hash) REFERENCES stored_file(bureau_id, hash)
);
alter table draw_file enable row level security;
alter table draw_file force row level security;
create policy tenant on draw_file for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on draw_file to mingchou_app;

create table draw_filter (
  bureau_id uuid not null,
  filter_id uuid not null,
  name text not null,
  filter jsonb not null,
  saved_by uuid not null,
  version integer not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint draw_filter_pkey PRIMARY KEY (bureau_id, filter_id),
  constraint draw_filter_bureau_id_name_key UNIQUE (bureau_id, name),
  constraint draw_filter_version_check CHECK ((version >= 1)),
  constraint draw_filter_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table draw_filter enable row level security;
alter table draw_filter force row level security;
create policy tenant on draw_filter for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on draw_filter to mingchou_app;

create table draw_inspector (
  bureau_id uuid not null,
  draw_id uuid not null,
  code text not null,
  inspector_id uuid not null,
  name text not null,
  qualifications text[] not null,
  certificate_until date,
  cap integer not null,
  constraint draw_inspector_pkey PRIMARY KEY (bureau_id, draw_id, code),
  constraint draw_inspector_cap_check CHECK ((cap >= 0)),
  constraint draw_inspector_bureau_id_draw_id_fkey FOREIGN KEY (bureau_id, draw_id) REFERENCES draw(bureau_id, draw_id)
);
alter table draw_inspector enable row level security;
alter table draw_inspector force row level security;
create policy tenant on draw_inspector for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on draw_inspector to mingchou_app;

create table draw_object (
  bureau_id uuid not null,
  draw_id uuid not null,
  kind text not null,
  place integer not null,
  subject_id uuid not null,
  code text not null,
  ticket text not null,
  visit text,
  constraint draw_object_pkey PRIMARY KEY (bureau_id, draw_id, kind, place),
  constraint draw_object_bureau_id_draw_id_code_key UNIQUE (bureau_id, draw_id, code),
  constraint draw_object_kind_check CHECK ((kind = ANY (ARRAY['selected'::text, 'reserve'::text]))),
  constraint draw_object_place_check CHECK ((place >= 1)),
  constraint draw_object_ticket_check CHECK ((ticket ~ '^[0-9a-f]{64}$'::text)),
  constraint draw_object_bureau_id_draw_id_code_fkey FOREIGN KEY (bureau_id, draw_id, code) REFERENCES draw_roster(bureau_id, draw_id, code)
);
CREATE INDEX draw_object_subject ON public.draw_object USING btree (bureau_id, subject_id);
alter table draw_object enable row level security;
alter table draw_object force row level security;
create policy tenant on draw_object for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on draw_object to mingchou_app;

create table draw_roster (
  bureau_id uuid not null,
  draw_id uuid not null,
  "position" integer not null,
  subject_id uuid not null,
  code text not null,
  name text not null,
  sector text not null,
  exclusion_reason text,
  exclusion_evidence text,
  stratum text default '-'::text not null,
  quota_group text default '-'::text not null,
  constraint draw_roster_pkey PRIMARY KEY (bureau_id, draw_id, "position"),
  constraint draw_roster_bureau_id_draw_id_code_key UNIQUE (bureau_id, draw_id, code),
  constraint draw_roster_exclusion_reason_check CHECK ((exclusion_reason = ANY (ARRAY['closed'::text, 'suspended'::text, 'drawn-this-round'::text, 'drawn-this-year'::text, 'in-open-task'::text, 'frequency-cap'::text, 'frequency-reached'::text, 'left-out'::text]))),
  constraint draw_roster_position_check CHECK (("position" >= 1)),
  constraint draw_roster_bureau_id_draw_id_fkey FOREIGN KEY (bureau_id, draw_id) REFERENCES draw(bureau_id, draw_id)
);
alter table draw_roster enable row level security;
alter table draw_roster force row level security;
create policy tenant on draw_roster for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on draw_roster to mingchou_app;

create table draw_seat (
  bureau_id uuid not null,
  draw_id uuid not null,
  place integer not null,
  visit text not null,
  seat integer not null,
  inspector_code text,
  constraint draw_seat_pkey PRIMARY KEY (bureau_id, draw_id, place),
  constraint draw_seat_bureau_id_draw_id_visit_seat_key UNIQUE (bureau_id, draw_id, visit, seat),
  constraint draw_seat_place_check CHECK ((place >= 1)),
  constraint draw_seat_seat_check CHECK ((seat >= 1)),
  constraint draw_seat_bureau_id_draw_id_fkey FOREIGN KEY (bureau_id, draw_id) REFERENCES draw(bureau_id, draw_id)
);
alter table draw_seat enable row level security;
alter table draw_seat force row level security;
create policy tenant on draw_seat for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on draw_seat to mingchou_app;

create table draw_witness_link (
  bureau_id uuid not null,
  draw_id uuid not null,
  witness text not null,
  token_hash text not null,
  issued_at timestamp with time zone not null,
  constraint draw_witness_link_pkey PRIMARY KEY (bureau_id, draw_id, witness),
  constraint draw_witness_link_bureau_id_token_hash_key UNIQUE (bureau_id, token_hash),
  constraint draw_witness_link_token_hash_check CHECK ((token_hash ~ '^[0-9a-f]{64}$'::text)),
  constraint draw_witness_link_witness_check CHECK ((witness ~ '^W[1-9][0-9]?$'::text)),
  constraint draw_witness_link_bureau_id_draw_id_fkey FOREIGN KEY (bureau_id, draw_id) REFERENCES draw(bureau_id, draw_id)
);
alter table draw_witness_link enable row level security;
alter table draw_witness_link force row level security;
create policy tenant on draw_witness_link for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on draw_witness_link to mingchou_app;

create table expert (
  bureau_id uuid not null,
  id uuid not null,
  name text not null,
  name_pinyin text not null,
  name_initials text not null,
  organisation text not null,
  field text not null,
  title text,
  sectors text[] not null,
  appointed_until date not null,
  withdrawn_since date,
  withdrawn_reason text,
  version integer not null,
  constraint expert_pkey PRIMARY KEY (bureau_id, id),
  constraint expert_check CHECK (((withdrawn_since IS NULL) = (withdrawn_reason IS NULL))),
  constraint expert_version_check CHECK ((version >= 1)),
  constraint expert_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table expert enable row level security;
alter table expert force row level security;
create policy tenant on expert for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on expert to mingchou_app;

create table expert_conflict (
  bureau_id uuid not null,
  id uuid not null,
  expert_id uuid not null,
  subject_id uuid not null,
  kind text not null,
  reason text not null,
  declared_at timestamp with time zone not null,
  declared_by_name text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by_name text,
  withdrawn_reason text,
  version integer not null,
  constraint expert_conflict_pkey PRIMARY KEY (bureau_id, id),
  constraint expert_conflict_check CHECK ((((withdrawn_at IS NULL) = (withdrawn_by_name IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)))),
  constraint expert_conflict_kind_check CHECK ((kind = ANY (ARRAY['kin'::text, 'shareholding'::text, 'past-employment'::text, 'declared'::text, 'other'::text]))),
  constraint expert_conflict_version_check CHECK ((version >= 1)),
  constraint expert_conflict_bureau_id_expert_id_fkey FOREIGN KEY (bureau_id, expert_id) REFERENCES expert(bureau_id, id),
  constraint expert_conflict_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id),
  constraint expert_conflict_bureau_id_subject_id_fkey FOREIGN KEY (bureau_id, subject_id) REFERENCES subject(bureau_id, id)
);
CREATE UNIQUE INDEX expert_conflict_once ON public.expert_conflict USING btree (bureau_id, expert_id, subject_id) WHERE (withdrawn_at IS NULL);
alter table expert_conflict enable row level security;
alter table expert_conflict force row level security;
create policy tenant on expert_conflict for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on expert_conflict to mingchou_app;

create table external_draw (
  bureau_id uuid not null,
  draw_id uuid not null,
  register_no integer not null,
  task_id uuid not null,
  year integer not null,
  round_id uuid,
  status text not null,
  state jsonb not null,
  version integer not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint external_draw_pkey PRIMARY KEY (bureau_id, draw_id),
  constraint external_draw_bureau_id_register_no_key UNIQUE (bureau_id, register_no),
  constraint external_draw_register_no_check CHECK ((register_no >= 1)),
  constraint external_draw_status_check CHECK ((status = ANY (ARRAY['registered'::text, 'dispatched'::text, 'withdrawn'::text]))),
  constraint external_draw_version_check CHECK ((version >= 1)),
  constraint external_draw_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id),
  constraint external_draw_bureau_id_round_id_fkey FOREIGN KEY (bureau_id, round_id) REFERENCES round(bureau_id, round_id),
  constraint external_draw_bureau_id_task_id_fkey FOREIGN KEY (bureau_id, task_id) REFERENCES task(bureau_id, task_id)
);
CREATE UNIQUE INDEX external_draw_of_task ON public.external_draw USING btree (bureau_id, task_id) WHERE (status <> 'withdrawn'::text);
alter table external_draw enable row level security;
alter table external_draw force row level security;
create policy tenant on external_draw for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on external_draw to mingchou_app;

create table idempotency_key (
  bureau_id uuid not null,
  person_id uuid not null,
  key text not null,
  route text not null,
  body_hash bytea not null,
  reply bytea,
  created_at timestamp with time zone default now() not null,
  constraint idempotency_key_pkey PRIMARY KEY (bureau_id, person_id, key),
  constraint idempotency_key_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table idempotency_key enable row level security;
alter table idempotency_key force row level security;
create policy tenant on idempotency_key for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on idempotency_key to mingchou_app;

create table import_dry_run (
  bureau_id uuid not null,
  id uuid not null,
  target text not null,
  file_hash text not null,
  file_name text not null,
  registry_mark text not null,
  counts jsonb not null,
  tried_at timestamp with time zone not null,
  tried_by uuid not null,
  tried_by_name text not null,
  imported_at timestamp with time zone,
  imported_by uuid,
  version integer not null,
  undone_at timestamp with time zone,
  undone_by_name text,
  view_hash text,
  wrong_hash text,
  constraint import_dry_run_pkey PRIMARY KEY (bureau_id, id),
  constraint import_dry_run_target_check CHECK ((target = ANY (ARRAY['subject'::text, 'inspector'::text, 'region'::text, 'industry'::text, 'law'::text, 'mapping'::text, 'hazard'::text, 'visit'::text]))),
  constraint import_dry_run_version_check CHECK ((version >= 1)),
  constraint import_dry_run_bureau_id_file_hash_fkey FOREIGN KEY (bureau_id, file_hash) REFERENCES stored_file(bureau_id, hash),
  constraint import_dry_run_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
CREATE INDEX import_dry_run_time ON public.import_dry_run USING btree (bureau_id, tried_at);
alter table import_dry_run enable row level security;
alter table import_dry_run force row level security;
create policy tenant on import_dry_run for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on import_dry_run to mingchou_app;

create table import_mapping (
  bureau_id uuid not null,
  target text not null,
  signature text not null,
  heads text not null,
  mapping jsonb not null,
  made_at timestamp with time zone not null,
  made_by_name text not null,
  constraint import_mapping_pkey PRIMARY KEY (bureau_id, target, signature),
  constraint import_mapping_signature_check CHECK ((signature ~ '^[0-9a-f]{64}$'::text)),
  constraint import_mapping_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table import_mapping enable row level security;
alter table import_mapping force row level security;
create policy tenant on import_mapping for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on import_mapping to mingchou_app;

create table import_row (
  bureau_id uuid not null,
  import_id uuid not null,
  record_id uuid not null,
  was text not null,
  version integer not null,
  sealed_before bytea,
  constraint import_row_pkey PRIMARY KEY (bureau_id, import_id, record_id),
  constraint import_row_was_check CHECK ((was = ANY (ARRAY['new'::text, 'changed'::text]))),
  constraint import_row_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table import_row enable row level security;
alter table import_row force row level security;
create policy tenant on import_row for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on import_row to mingchou_app;

create table import_run (
  bureau_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  target text not null,
  mode text not null,
  state text not null,
  phase text not null,
  done integer not null,
  total integer not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  asked_by_name text not null,
  ended_at timestamp with time zone,
  message text,
  heard_at timestamp with time zone default clock_timestamp() not null,
  phase_at timestamp with time zone default clock_timestamp() not null,
  constraint import_run_pkey PRIMARY KEY (bureau_id, id),
  constraint import_run_check CHECK (((ended_at IS NULL) = (state = ANY (ARRAY['waiting'::text, 'running'::text])))),
  constraint import_run_check1 CHECK (((message IS NULL) OR (state = 'refused'::text))),
  constraint import_run_mode_check CHECK ((mode = ANY (ARRAY['all-or-nothing'::text, 'skip-wrong'::text]))),
  constraint import_run_phase_check CHECK ((phase = ANY (ARRAY['reading'::text, 'comparing'::text, 'writing'::text]))),
  constraint import_run_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'refused'::text, 'broken'::text]))),
  constraint import_run_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id),
  constraint import_run_bureau_id_import_id_fkey FOREIGN KEY (bureau_id, import_id) REFERENCES import_dry_run(bureau_id, id)
);
CREATE UNIQUE INDEX import_run_live ON public.import_run USING btree (bureau_id, target) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));
CREATE INDEX import_run_of ON public.import_run USING btree (bureau_id, import_id, asked_at);
alter table import_run enable row level security;
alter table import_run force row level security;
create policy tenant on import_run for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on import_run to mingchou_app;

create table inspection (
  bureau_id uuid not null,
  inspection_id uuid not null,
  visit_id uuid not null,
  subject_id uuid not null,
  subject_code text not null,
  subject_name text not null,
  status text not null,
  team uuid[] not null,
  begun_on date,
  ended_on date,
  category text,
  state jsonb not null,
  version integer not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint inspection_pkey PRIMARY KEY (bureau_id, inspection_id),
  constraint inspection_bureau_id_visit_id_subject_id_key UNIQUE (bureau_id, visit_id, subject_id),
  constraint inspection_status_check CHECK ((status = ANY (ARRAY['awaiting'::text, 'begun'::text, 'returned'::text, 'awaiting-confirmation'::text, 'awaiting-legal-review'::text, 'awaiting-disclosure'::text, 'disclosed'::text, 'withdrawn'::text]))),
  constraint inspection_version_check CHECK ((version >= 1)),
  constraint inspection_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id),
  constraint inspection_bureau_id_visit_id_fkey FOREIGN KEY (bureau_id, visit_id) REFERENCES visit(bureau_id, visit_id)
);
CREATE INDEX inspection_status ON public.inspection USING btree (bureau_id, status);
CREATE INDEX inspection_subject ON public.inspection USING btree (bureau_id, subject_id, begun_on);
CREATE INDEX inspection_team ON public.inspection USING gin (team);
alter table inspection enable row level security;
alter table inspection force row level security;
create policy tenant on inspection for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on inspection to mingchou_app;

create table inspector (
  bureau_id uuid not null,
  id uuid not null,
  name text not null,
  name_pinyin text not null,
  name_initials text not null,
  certificate_no text not null,
  issuer text not null,
  expires_on date not null,
  employment text not null,
  section_id uuid,
  qualifications text[] not null,
  cap integer not null,
  status text not null,
  status_since date,
  status_reason text,
  version integer not null,
  leaves jsonb default '[]'::jsonb not null,
  constraint inspector_pkey PRIMARY KEY (bureau_id, id),
  constraint inspector_bureau_id_certificate_no_key UNIQUE (bureau_id, certificate_no),
  constraint inspector_cap_check CHECK (((cap >= 0) AND (cap <= 100000))),
  constraint inspector_check CHECK (((status = 'on-duty'::text) OR ((status_since IS NOT NULL) AND (status_reason IS NOT NULL)))),
  constraint inspector_employment_check CHECK ((employment = ANY (ARRAY['administrative'::text, 'institution'::text, 'auxiliary'::text]))),
  constraint inspector_status_check CHECK ((status = ANY (ARRAY['on-duty'::text, 'off-duty'::text]))),
  constraint inspector_version_check CHECK ((version >= 1)),
  constraint inspector_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table inspector enable row level security;
alter table inspector force row level security;
create policy tenant on inspector for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on inspector to mingchou_app;

create table installation (
  only_row boolean default true not null,
  mode text not null,
  constraint installation_pkey PRIMARY KEY (only_row),
  constraint installation_mode_check CHECK ((mode = ANY (ARRAY['demonstration'::text, 'production'::text]))),
  constraint installation_only_row_check CHECK (only_row)
);
grant insert, select on installation to mingchou_app;

create table list_export (
  bureau_id uuid not null,
  id uuid not null,
  list text not null,
  format text not null,
  listing jsonb not null,
  columns text[] not null,
  begun_at timestamp with time zone not null,
  begun_by uuid not null,
  begun_by_name text not null,
  rows integer,
  sha256 text,
  finished_at timestamp with time zone,
  constraint list_export_pkey PRIMARY KEY (bureau_id, id),
  constraint list_export_check CHECK ((((rows IS NULL) = (sha256 IS NULL)) AND ((rows IS NULL) = (finished_at IS NULL)))),
  constraint list_export_format_check CHECK ((format = ANY (ARRAY['xlsx'::text, 'csv'::text]))),
  constraint list_export_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint list_export_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table list_export enable row level security;
alter table list_export force row level security;
create policy tenant on list_export for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on list_export to mingchou_app;

create table list_view (
  bureau_id uuid not null,
  person_id uuid not null,
  list text not null,
  view jsonb not null,
  constraint list_view_pkey PRIMARY KEY (bureau_id, person_id, list),
  constraint list_view_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id),
  constraint list_view_bureau_id_person_id_fkey FOREIGN KEY (bureau_id, person_id) REFERENCES person(bureau_id, person_id)
);
alter table list_view enable row level security;
alter table list_view force row level security;
create policy tenant on list_view for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on list_view to mingchou_app;

create table master_key (
  only_row boolean default true not null,
  proof bytea not null,
  constraint master_key_pkey PRIMARY KEY (only_row),
  constraint master_key_only_row_check CHECK (only_row),
  constraint master_key_proof_check CHECK ((length(proof) = 32))
);
grant insert, select on master_key to mingchou_app;

create table name_reading (
  bureau_id uuid not null,
  mark text not null,
  read_at timestamp with time zone not null,
  constraint name_reading_pkey PRIMARY KEY (bureau_id),
  constraint name_reading_mark_check CHECK ((mark ~ '^[0-9a-f]{64}$'::text)),
  constraint name_reading_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table name_reading enable row level security;
alter table name_reading force row level security;
create policy tenant on name_reading for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on name_reading to mingchou_app;

create table occurrence (
  bureau_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  kind text not null,
  happened_on date not null,
  evidence text not null,
  registered_at timestamp with time zone not null,
  registered_by uuid not null,
  registered_by_name text not null,
  set_aside_at timestamp with time zone,
  set_aside_by_name text,
  set_aside_reason text,
  version integer not null,
  constraint occurrence_pkey PRIMARY KEY (bureau_id, id),
  constraint occurrence_check CHECK ((((set_aside_at IS NULL) = (set_aside_reason IS NULL)) AND ((set_aside_at IS NULL) = (set_aside_by_name IS NULL)))),
  constraint occurrence_kind_check CHECK ((kind = ANY (ARRAY['accident'::text, 'penalty'::text, 'complaint'::text]))),
  constraint occurrence_version_check CHECK ((version >= 1)),
  constraint occurrence_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id),
  constraint occurrence_bureau_id_subject_id_fkey FOREIGN KEY (bureau_id, subject_id) REFERENCES subject(bureau_id, id)
);
CREATE INDEX occurrence_subject ON public.occurrence USING btree (bureau_id, subject_id);
alter table occurrence enable row level security;
alter table occurrence force row level security;
create policy tenant on occurrence for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on occurrence to mingchou_app;

create table outside_visit (
  bureau_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  visited_on date not null,
  department text not null,
  evidence text not null,
  registered_at timestamp with time zone not null,
  registered_by uuid not null,
  registered_by_name text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by_name text,
  withdrawn_reason text,
  constraint outside_visit_pkey PRIMARY KEY (bureau_id, id),
  constraint outside_visit_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id),
  constraint outside_visit_bureau_id_subject_id_fkey FOREIGN KEY (bureau_id, subject_id) REFERENCES subject(bureau_id, id)
);
CREATE UNIQUE INDEX outside_visit_once ON public.outside_visit USING btree (bureau_id, subject_id, visited_on, department) WHERE (withdrawn_at IS NULL);
alter table outside_visit enable row level security;
alter table outside_visit force row level security;
create policy tenant on outside_visit for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on outside_visit to mingchou_app;

create table person (
  bureau_id uuid not null,
  person_id uuid not null,
  version integer default 1 not null,
  login text not null,
  name text not null,
  section_id uuid,
  roles text[] not null,
  inspector_id uuid,
  phone text,
  identity_number text,
  status text default 'active'::text not null,
  password_hash text not null,
  must_change_password boolean default false not null,
  sealed bytea,
  constraint person_pkey PRIMARY KEY (bureau_id, person_id),
  constraint person_bureau_id_inspector_id_key UNIQUE (bureau_id, inspector_id),
  constraint person_bureau_id_login_key UNIQUE (bureau_id, login),
  constraint duties_apart CHECK (((NOT ((roles && ARRAY['administrator'::text]) AND (cardinality(roles) > 1))) AND (NOT ((roles && ARRAY['auditor'::text]) AND (cardinality(roles) > 1))))),
  constraint nothing_in_clear CHECK (((phone IS NULL) AND (identity_number IS NULL))) NOT VALID,
  constraint person_login_check CHECK ((login = lower(login))),
  constraint person_roles_check CHECK (((roles <@ ARRAY['administrator'::text, 'legalClerk'::text, 'sectionChief'::text, 'inspector'::text, 'deputyDirector'::text, 'auditor'::text, 'partner'::text]) AND (cardinality(roles) >= 1))),
  constraint person_status_check CHECK ((status = ANY (ARRAY['active'::text, 'disabled'::text]))),
  constraint person_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id),
  constraint person_bureau_id_section_id_fkey FOREIGN KEY (bureau_id, section_id) REFERENCES section(bureau_id, section_id)
);
alter table person enable row level security;
alter table person force row level security;
create policy tenant on person for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on person to mingchou_app;

create table plan (
  bureau_id uuid not null,
  plan_id uuid not null,
  year integer not null,
  title text not null,
  status text not null,
  state jsonb not null,
  version integer not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  amendment_no integer default 0 not null,
  constraint plan_pkey PRIMARY KEY (bureau_id, plan_id),
  constraint plan_of_year UNIQUE (bureau_id, year, amendment_no),
  constraint plan_amendment_no_check CHECK ((amendment_no >= 0)),
  constraint plan_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'awaiting-legal-review'::text, 'awaiting-approval'::text, 'awaiting-government'::text, 'approved'::text, 'published'::text]))),
  constraint plan_version_check CHECK ((version >= 1)),
  constraint plan_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table plan enable row level security;
alter table plan force row level security;
create policy tenant on plan for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on plan to mingchou_app;

create table plan_row (
  bureau_id uuid not null,
  plan_row_id uuid not null,
  plan_id uuid not null,
  constraint plan_row_pkey PRIMARY KEY (bureau_id, plan_row_id),
  constraint plan_row_bureau_id_plan_id_fkey FOREIGN KEY (bureau_id, plan_id) REFERENCES plan(bureau_id, plan_id)
);
alter table plan_row enable row level security;
alter table plan_row force row level security;
create policy tenant on plan_row for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on plan_row to mingchou_app;

create table policy (
  bureau_id uuid not null,
  version integer not null,
  policy_id uuid not null,
  effective_on date not null,
  profile jsonb not null,
  adopted_by text not null,
  adopted_at timestamp with time zone not null,
  constraint policy_pkey PRIMARY KEY (bureau_id, version),
  constraint policy_version_check CHECK ((version >= 1)),
  constraint policy_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table policy enable row level security;
alter table policy force row level security;
create policy tenant on policy for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on policy to mingchou_app;

create table policy_change (
  bureau_id uuid not null,
  id uuid not null,
  status text not null,
  state jsonb not null,
  proposed_at timestamp with time zone not null,
  version integer not null,
  constraint policy_change_pkey PRIMARY KEY (bureau_id, id),
  constraint policy_change_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'approved'::text, 'declined'::text]))),
  constraint policy_change_version_check CHECK ((version >= 1)),
  constraint policy_change_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table policy_change enable row level security;
alter table policy_change force row level security;
create policy tenant on policy_change for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on policy_change to mingchou_app;

create table policy_override (
  bureau_id uuid not null,
  id uuid not null,
  task_id uuid not null,
  status text not null,
  state jsonb not null,
  proposed_at timestamp with time zone not null,
  version integer not null,
  constraint policy_override_pkey PRIMARY KEY (bureau_id, id),
  constraint policy_override_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'approved'::text, 'declined'::text]))),
  constraint policy_override_version_check CHECK ((version >= 1)),
  constraint policy_override_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
CREATE INDEX policy_override_of_task ON public.policy_override USING btree (bureau_id, task_id);
alter table policy_override enable row level security;
alter table policy_override force row level security;
create policy tenant on policy_override for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on policy_override to mingchou_app;

create table policy_proposal (
  bureau_id uuid not null,
  id uuid not null,
  status text not null,
  state jsonb not null,
  proposed_at timestamp with time zone not null,
  version integer not null,
  constraint policy_proposal_pkey PRIMARY KEY (bureau_id, id),
  constraint policy_proposal_status_check CHECK ((status = ANY (ARRAY['waiting'::text, 'approved'::text, 'declined'::text]))),
  constraint policy_proposal_version_check CHECK ((version >= 1)),
  constraint policy_proposal_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table policy_proposal enable row level security;
alter table policy_proposal force row level security;
create policy tenant on policy_proposal for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on policy_proposal to mingchou_app;

create table portal_file (
  bureau_id uuid not null,
  name text not null,
  media_type text not null,
  sha256 text not null,
  bytes bytea not null,
  published_at timestamp with time zone not null,
  constraint portal_file_pkey PRIMARY KEY (bureau_id, name),
  constraint portal_file_name_check CHECK ((name ~ '^[0-9A-Za-z][0-9A-Za-z._-]{0,99}$'::text)),
  constraint portal_file_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text)),
  constraint portal_file_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table portal_file enable row level security;
alter table portal_file force row level security;
create policy public_reader on portal_file for select to mingchou_portal
  using (true);
create policy tenant on portal_file for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on portal_file to mingchou_app;
grant select on portal_file to mingchou_portal;

create table portal_log_beside_key (
  generation integer not null,
  verifier_key text not null,
  constraint portal_log_beside_key_pkey PRIMARY KEY (generation),
  constraint portal_log_beside_key_generation_check CHECK ((generation >= 1))
);
grant insert, select on portal_log_beside_key to mingchou_app;
grant select on portal_log_beside_key to mingchou_portal;

create table portal_log_checkpoint (
  size integer not null,
  note text not null,
  constraint portal_log_checkpoint_pkey PRIMARY KEY (size),
  constraint portal_log_checkpoint_size_check CHECK ((size >= 0))
);
grant insert, select on portal_log_checkpoint to mingchou_app;
grant select on portal_log_checkpoint to mingchou_portal;

create table portal_log_cosignature (
  size integer not null,
  verifier_key text not null,
  line text not null,
  received_at timestamp with time zone not null,
  constraint portal_log_cosignature_pkey PRIMARY KEY (size, verifier_key),
  constraint portal_log_cosignature_size_check CHECK ((size >= 0))
);
grant insert, select on portal_log_cosignature to mingchou_app;
grant select on portal_log_cosignature to mingchou_portal;

create table portal_log_entry (
  log_index integer not null,
  entry text not null,
  constraint portal_log_entry_pkey PRIMARY KEY (log_index),
  constraint portal_log_entry_log_index_check CHECK ((log_index >= 0))
);
grant insert, select on portal_log_entry to mingchou_app;
grant select on portal_log_entry to mingchou_portal;

create table portal_log_key (
  generation integer not null,
  verifier_key text not null,
  constraint portal_log_key_pkey PRIMARY KEY (generation),
  constraint portal_log_key_generation_check CHECK ((generation >= 1))
);
grant insert, select on portal_log_key to mingchou_app;
grant select on portal_log_key to mingchou_portal;

create table portal_log_node (
  level integer not null,
  node_index integer not null,
  hash text not null,
  constraint portal_log_node_pkey PRIMARY KEY (level, node_index),
  constraint portal_log_node_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint portal_log_node_level_check CHECK ((level >= 0)),
  constraint portal_log_node_node_index_check CHECK ((node_index >= 0))
);
grant insert, select on portal_log_node to mingchou_app;
grant select on portal_log_node to mingchou_portal;

create table portal_log_timestamp (
  size integer not null,
  reply bytea not null,
  stamped_at timestamp with time zone not null,
  authority text not null,
  constraint portal_log_timestamp_pkey PRIMARY KEY (size),
  constraint portal_log_timestamp_size_check CHECK ((size >= 0))
);
grant insert, select on portal_log_timestamp to mingchou_app;
grant select on portal_log_timestamp to mingchou_portal;

create table portal_log_witness (
  verifier_key text not null,
  name text not null,
  trusted_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  constraint portal_log_witness_pkey PRIMARY KEY (verifier_key)
);
grant insert, select on portal_log_witness to mingchou_app;
grant select on portal_log_witness to mingchou_portal;
grant update (trusted_at, withdrawn_at) on portal_log_witness to mingchou_app;

create table portal_snapshot (
  bureau_id uuid not null,
  kind text not null,
  key text not null,
  view jsonb not null,
  published_at timestamp with time zone not null,
  constraint portal_snapshot_pkey PRIMARY KEY (bureau_id, kind, key),
  constraint portal_snapshot_kind_check CHECK ((kind = ANY (ARRAY['bureau'::text, 'plan'::text, 'draw'::text, 'progress'::text, 'result'::text, 'items'::text, 'ceremony'::text, 'attempt'::text, 'external'::text]))),
  constraint portal_snapshot_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table portal_snapshot enable row level security;
alter table portal_snapshot force row level security;
create policy public_reader on portal_snapshot for select to mingchou_portal
  using (true);
create policy tenant on portal_snapshot for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on portal_snapshot to mingchou_app;
grant select on portal_snapshot to mingchou_portal;

create table reading (
  bureau_id uuid not null,
  reading_id uuid not null,
  file_hash text not null,
  file_name text not null,
  state jsonb not null,
  version integer not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint reading_pkey PRIMARY KEY (bureau_id, reading_id),
  constraint reading_version_check CHECK ((version >= 1)),
  constraint reading_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table reading enable row level security;
alter table reading force row level security;
create policy tenant on reading for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on reading to mingchou_app;

create table record_key (
  bureau_id uuid not null,
  kind text not null,
  record_id text not null,
  generation integer not null,
  wrapped bytea,
  destroyed_at timestamp with time zone,
  constraint record_key_pkey PRIMARY KEY (bureau_id, kind, record_id),
  constraint record_key_check CHECK (((wrapped IS NULL) = (destroyed_at IS NOT NULL))),
  constraint record_key_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'contact'::text, 'file'::text]))),
  constraint record_key_bureau_id_generation_fkey FOREIGN KEY (bureau_id, generation) REFERENCES bureau_key(bureau_id, generation)
);
alter table record_key enable row level security;
alter table record_key force row level security;
create policy tenant on record_key for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on record_key to mingchou_app;

create table reference_code (
  bureau_id uuid not null,
  list text not null,
  code text not null,
  name text not null,
  valid_from date,
  valid_to date,
  successor text,
  source text not null,
  version integer not null,
  constraint reference_code_pkey PRIMARY KEY (bureau_id, list, code, name),
  constraint reference_code_list_check CHECK ((list = ANY (ARRAY['region'::text, 'industry'::text]))),
  constraint reference_code_version_check CHECK ((version >= 1)),
  constraint reference_code_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table reference_code enable row level security;
alter table reference_code force row level security;
create policy tenant on reference_code for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on reference_code to mingchou_app;

create table registry_change (
  bureau_id uuid not null,
  record_id uuid not null,
  version integer not null,
  kind text not null,
  at timestamp with time zone not null,
  by_id uuid not null,
  by_name text not null,
  reason text,
  changes jsonb not null,
  state jsonb not null,
  approved_by_name text,
  removed boolean default false not null,
  constraint registry_change_pkey PRIMARY KEY (bureau_id, record_id, version),
  constraint registry_change_kind_check CHECK ((kind = ANY (ARRAY['subject'::text, 'inspector'::text, 'expert'::text]))),
  constraint registry_change_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
CREATE INDEX registry_change_time ON public.registry_change USING btree (bureau_id, kind, at);
alter table registry_change enable row level security;
alter table registry_change force row level security;
create policy tenant on registry_change for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on registry_change to mingchou_app;

create table registry_contact (
  bureau_id uuid not null,
  record_id uuid not null,
  contact jsonb,
  sealed bytea,
  constraint registry_contact_pkey PRIMARY KEY (bureau_id, record_id),
  constraint nothing_in_clear CHECK ((contact IS NULL)) NOT VALID,
  constraint registry_contact_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table registry_contact enable row level security;
alter table registry_contact force row level security;
create policy tenant on registry_contact for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on registry_contact to mingchou_app;

create table round (
  bureau_id uuid not null,
  round_id uuid not null,
  name text not null,
  status text not null,
  starts_on date not null,
  state jsonb not null,
  version integer not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint round_pkey PRIMARY KEY (bureau_id, round_id),
  constraint round_bureau_id_name_key UNIQUE (bureau_id, name),
  constraint round_status_check CHECK ((status = ANY (ARRAY['open'::text, 'closed'::text]))),
  constraint round_version_check CHECK ((version >= 1)),
  constraint round_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table round enable row level security;
alter table round force row level security;
create policy tenant on round for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on round to mingchou_app;

create table section (
  bureau_id uuid not null,
  section_id uuid not null,
  version integer default 1 not null,
  code text not null,
  name text not null,
  parent_id uuid,
  constraint section_pkey PRIMARY KEY (bureau_id, section_id),
  constraint section_bureau_id_code_key UNIQUE (bureau_id, code),
  constraint section_bureau_id_name_key UNIQUE (bureau_id, name),
  constraint section_code_check CHECK ((code ~ '^[A-Z]{2,4}$'::text)),
  constraint section_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id),
  constraint section_parent FOREIGN KEY (bureau_id, parent_id) REFERENCES section(bureau_id, section_id)
);
alter table section enable row level security;
alter table section force row level security;
create policy tenant on section for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on section to mingchou_app;

create table section_report (
  bureau_id uuid not null,
  id uuid not null,
  section_id uuid not null,
  total integer not null,
  priority integer not null,
  digest text not null,
  reported_at timestamp with time zone not null,
  reported_by uuid not null,
  reported_by_name text not null,
  answer text not null,
  answered_at timestamp with time zone,
  answered_by_name text,
  answer_reason text,
  version integer not null,
  constraint section_report_pkey PRIMARY KEY (bureau_id, id),
  constraint section_report_answer_check CHECK ((answer = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'returned'::text]))),
  constraint section_report_check CHECK (((priority >= 0) AND (priority <= total))),
  constraint section_report_check1 CHECK ((((answer = 'waiting'::text) = (answered_at IS NULL)) AND ((answered_at IS NULL) = (answered_by_name IS NULL)))),
  constraint section_report_check2 CHECK (((answer = 'returned'::text) = (answer_reason IS NOT NULL))),
  constraint section_report_digest_check CHECK ((digest ~ '^[0-9a-f]{64}$'::text)),
  constraint section_report_total_check CHECK ((total >= 0)),
  constraint section_report_version_check CHECK ((version >= 1)),
  constraint section_report_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
CREATE UNIQUE INDEX section_report_waiting ON public.section_report USING btree (bureau_id, section_id) WHERE (answer = 'waiting'::text);
alter table section_report enable row level security;
alter table section_report force row level security;
create policy tenant on section_report for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on section_report to mingchou_app;

create table session (
  bureau_id uuid not null,
  token_hash bytea not null,
  person_id uuid not null,
  started_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  reauthenticated_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint session_pkey PRIMARY KEY (bureau_id, token_hash),
  constraint session_token_hash_check CHECK ((length(token_hash) = 32)),
  constraint session_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id),
  constraint session_bureau_id_person_id_fkey FOREIGN KEY (bureau_id, person_id) REFERENCES person(bureau_id, person_id)
);
CREATE INDEX session_person ON public.session USING btree (bureau_id, person_id);
alter table session enable row level security;
alter table session force row level security;
create policy tenant on session for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on session to mingchou_app;

create table setup_link (
  token_hash bytea not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint setup_link_pkey PRIMARY KEY (token_hash),
  constraint setup_link_token_hash_check CHECK ((length(token_hash) = 32))
);
grant insert, select, update on setup_link to mingchou_app;

create table sign_in_attempt (
  bureau_id uuid not null,
  login text not null,
  failures integer not null,
  locked_until timestamp with time zone,
  constraint sign_in_attempt_pkey PRIMARY KEY (bureau_id, login),
  constraint sign_in_attempt_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table sign_in_attempt enable row level security;
alter table sign_in_attempt force row level security;
create policy tenant on sign_in_attempt for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on sign_in_attempt to mingchou_app;

create table stored_file (
  bureau_id uuid not null,
  hash text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  stored_at timestamp with time zone not null,
  personal boolean default false not null,
  constraint stored_file_pkey PRIMARY KEY (bureau_id, hash),
  constraint stored_file_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text)),
  constraint stored_file_size_check CHECK ((size >= 0)),
  constraint stored_file_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy tenant on stored_file for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on stored_file to mingchou_app;
grant update (personal) on stored_file to mingchou_app;

create table subject (
  bureau_id uuid not null,
  id uuid not null,
  code_kind text not null,
  code text not null,
  code_kept_reason text,
  name text not null,
  name_pinyin text not null,
  name_initials text not null,
  address text not null,
  region text,
  sector text not null,
  priority text not null,
  credit_grade text,
  standardisation text,
  section_id uuid,
  status text not null,
  status_since date,
  status_reason text,
  version integer not null,
  kind text default 'enterprise'::text not null,
  former_names text[] default '{}'::text[] not null,
  longitude numeric(9,6),
  latitude numeric(8,6),
  industry text,
  grounds text[] default '{}'::text[] not null,
  grade_source text,
  grade_on date,
  constraint subject_pkey PRIMARY KEY (bureau_id, id),
  constraint subject_bureau_id_code_key UNIQUE (bureau_id, code),
  constraint location_whole CHECK (((longitude IS NULL) = (latitude IS NULL))),
  constraint subject_check CHECK (((status = 'in-business'::text) OR ((status_since IS NOT NULL) AND (status_reason IS NOT NULL)))),
  constraint subject_code_kind_check CHECK ((code_kind = ANY (ARRAY['credit'::text, 'registration'::text, 'organisation'::text, 'local'::text]))),
  constraint subject_credit_grade_check CHECK ((credit_grade = ANY (ARRAY['A'::text, 'B'::text, 'C'::text, 'D'::text]))),
  constraint subject_industry_check CHECK ((industry ~ '^[A-T]([0-9]{2,4})?$'::text)),
  constraint subject_kind_check CHECK ((kind = ANY (ARRAY['enterprise'::text, 'individual'::text, 'mine'::text, 'project'::text, 'product'::text]))),
  constraint subject_latitude_check CHECK (((latitude >= (3)::numeric) AND (latitude <= (54)::numeric))),
  constraint subject_longitude_check CHECK (((longitude >= (73)::numeric) AND (longitude <= (136)::numeric))),
  constraint subject_priority_check CHECK ((priority = ANY (ARRAY['priority'::text, 'ordinary'::text]))),
  constraint subject_region_check CHECK ((region ~ '^[0-9]{6}$'::text)),
  constraint subject_standardisation_check CHECK ((standardisation = ANY (ARRAY['first'::text, 'second'::text, 'third'::text, 'none'::text]))),
  constraint subject_status_check CHECK ((status = ANY (ARRAY['in-business'::text, 'suspended'::text, 'closed'::text, 'moved'::text]))),
  constraint subject_version_check CHECK ((version >= 1)),
  constraint subject_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
CREATE INDEX subject_search ON public.subject USING btree (bureau_id, code) INCLUDE (id, name, name_pinyin, name_initials);
CREATE INDEX subject_sector ON public.subject USING btree (bureau_id, sector);
alter table subject enable row level security;
alter table subject force row level security;
create policy tenant on subject for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant delete, insert, select, update on subject to mingchou_app;

create table subject_request (
  bureau_id uuid not null,
  id uuid not null,
  kind text not null,
  subject_id uuid not null,
  name text not null,
  subject_version integer not null,
  reason text,
  input jsonb not null,
  changes jsonb not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  asked_by_name text not null,
  answer text not null,
  answered_at timestamp with time zone,
  answered_by_name text,
  answer_reason text,
  version integer not null,
  constraint subject_request_pkey PRIMARY KEY (bureau_id, id),
  constraint subject_request_answer_check CHECK ((answer = ANY (ARRAY['waiting'::text, 'approved'::text, 'declined'::text]))),
  constraint subject_request_check CHECK ((((answer = 'waiting'::text) = (answered_at IS NULL)) AND ((answered_at IS NULL) = (answered_by_name IS NULL)))),
  constraint subject_request_check1 CHECK (((answer = 'declined'::text) = (answer_reason IS NOT NULL))),
  constraint subject_request_kind_check CHECK ((kind = ANY (ARRAY['add'::text, 'change'::text, 'status'::text]))),
  constraint subject_request_subject_version_check CHECK ((subject_version >= 0)),
  constraint subject_request_version_check CHECK ((version >= 1)),
  constraint subject_request_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
CREATE INDEX subject_request_time ON public.subject_request USING btree (bureau_id, answer, asked_at);
CREATE UNIQUE INDEX subject_request_waiting ON public.subject_request USING btree (bureau_id, subject_id) WHERE (answer = 'waiting'::text);
alter table subject_request enable row level security;
alter table subject_request force row level security;
create policy tenant on subject_request for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on subject_request to mingchou_app;

create table task (
  bureau_id uuid not null,
  task_id uuid not null,
  plan_row_id uuid not null,
  year integer not null,
  row_no integer not null,
  name text not null,
  status text not null,
  draw_id uuid,
  state jsonb not null,
  version integer not null,
  opened_at timestamp with time zone not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  constraint task_pkey PRIMARY KEY (bureau_id, task_id),
  constraint task_bureau_id_plan_row_id_key UNIQUE (bureau_id, plan_row_id),
  constraint task_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'drawing'::text, 'drawn'::text, 'dispatched'::text, 'finished'::text]))),
  constraint task_version_check CHECK ((version >= 1)),
  constraint task_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table task enable row level security;
alter table task force row level security;
create policy tenant on task for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select, update on task to mingchou_app;

create table visit (
  bureau_id uuid not null,
  visit_id uuid not null,
  task_id uuid not null,
  draw_id uuid not null,
  draw_no integer not null,
  year integer not null,
  plan_row_no integer not null,
  place integer not null,
  task_name text not null,
  objects text not null,
  due_on date not null,
  dispatched_at timestamp with time zone not null,
  draw_kind text default 'committed'::text not null,
  checklist jsonb default '{"items": [], "edition": null}'::jsonb not null,
  constraint visit_pkey PRIMARY KEY (bureau_id, visit_id),
  constraint visit_bureau_id_draw_id_place_key UNIQUE (bureau_id, draw_id, place),
  constraint visit_draw_kind_check CHECK ((draw_kind = ANY (ARRAY['committed'::text, 'external'::text]))),
  constraint visit_place_check CHECK ((place >= 1)),
  constraint visit_bureau_id_fkey FOREIGN KEY (bureau_id) REFERENCES bureau(bureau_id)
);
alter table visit enable row level security;
alter table visit force row level security;
create policy tenant on visit for all
  using ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid))
  with check ((bureau_id = (NULLIF(current_setting('app.bureau_id'::text, true), ''::text))::uuid));
grant insert, select on visit to mingchou_app;
