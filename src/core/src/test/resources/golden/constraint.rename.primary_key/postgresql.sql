alter table tag rename constraint pk_old to pk_tag;

-- reverse
alter table tag rename constraint pk_tag to pk_old;
