alter table tag add primary key (name);

-- reverse
alter table tag drop primary key;
