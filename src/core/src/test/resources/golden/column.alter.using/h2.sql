alter table customer alter column age set data type integer using cast(trim(age) as integer);

-- reverse
alter table customer alter column age set data type varchar(10) using cast(age as varchar(10));
