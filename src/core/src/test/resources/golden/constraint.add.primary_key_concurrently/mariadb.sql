alter table tag add primary key (name), lock=none;

-- reverse
alter table tag drop primary key;
