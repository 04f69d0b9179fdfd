alter table customer drop column email;

-- reverse
alter table customer add email varchar(255);
