alter table customer drop primary key;

-- reverse
alter table customer add primary key (id);
