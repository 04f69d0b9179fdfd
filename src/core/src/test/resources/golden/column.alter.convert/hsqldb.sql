alter table customer alter column age set data type integer;

-- reverse
alter table customer alter column age set data type varchar(10);
