alter table customer alter column age type integer using length(age);

-- reverse
alter table customer alter column age type varchar(10) using left('*********', age);
