alter table customer add retort_age int;
update customer set retort_age = length(age);
update customer set age = null;
alter table customer alter column age int null;
update customer set age = retort_age;
alter table customer drop column retort_age;

-- reverse
alter table customer add retort_age varchar(10);
update customer set retort_age = left('*********', age);
update customer set age = null;
alter table customer alter column age varchar(10) null;
update customer set age = retort_age;
alter table customer drop column retort_age;
