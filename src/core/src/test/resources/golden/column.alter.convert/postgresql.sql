alter table customer alter column age type integer using age::integer;

-- reverse
alter table customer alter column age type varchar(10);
