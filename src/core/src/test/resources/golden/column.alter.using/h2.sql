alter table customer alter column age set data type integer using length(age);

-- reverse
alter table customer alter column age set data type varchar(10) using left('*********', age);
