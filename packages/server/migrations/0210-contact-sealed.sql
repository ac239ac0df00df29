-- Personal data of the record, sealed with its own key.
alter table registry_contact add column sealed bytea;

alter table registry_contact alter column contact drop not null;

-- What stands in clear is sealed at the next start; nothing is written in clear any more.
alter table registry_contact add constraint nothing_in_clear check (contact is null) not valid;
