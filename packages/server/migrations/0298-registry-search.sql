-- Search reads this index alone: the bureau is its condition, the texts are compared on the way, and the rows come in the list's order.
create index subject_search on subject (bureau_id, code) include (id, name, name_pinyin, name_initials);

drop index subject_name;
