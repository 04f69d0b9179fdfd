alter table customer add column retort_age integer;
update customer set retort_age = length(age);
update customer set age = null;
alter table customer alter column age set data type varchar(1);
alter table customer alter column age set data type integer;
update customer set age = retort_age;
alter table customer drop column retort_age;

-- reverse
alter table customer add column retort_age varchar(10);
update customer set retort_age = left('*********', age);
update customer set age = null;
alter table customer alter column age set data type varchar(1);
alter table customer alter column age set data type varchar(10);
update customer set age = retort_age;
alter table customer drop column retort_age;
