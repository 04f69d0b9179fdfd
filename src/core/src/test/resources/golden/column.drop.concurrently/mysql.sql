alter table customer drop column email, lock=none;

-- reverse
alter table customer add column email varchar(255), lock=none;
