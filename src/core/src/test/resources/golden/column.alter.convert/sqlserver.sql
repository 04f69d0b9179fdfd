alter table customer alter column age int null;

-- reverse
alter table customer alter column age varchar(10) null;
