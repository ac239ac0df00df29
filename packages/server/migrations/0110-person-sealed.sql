-- Phone and identity number, sealed with the record's own key.
alter table person add column sealed bytea;

-- What stands in clear is sealed at the next start; nothing is written in clear any more.
alter table person add constraint nothing_in_clear check (phone is null and identity_number is null) not valid;
