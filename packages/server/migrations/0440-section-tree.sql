-- 内设机构 may belong to one another; who moves one makes sure that no circle comes of it.
alter table section add column parent_id uuid;

alter table section add constraint section_parent foreign key (bureau_id, parent_id) references section;

grant update on section to mingchou_app;
