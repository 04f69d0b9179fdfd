alter table customer modify column age integer;

-- reverse
alter table customer modify column age varchar(10);
