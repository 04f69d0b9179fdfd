alter table customer drop column email;

-- reverse
alter table customer add column email varchar(255);
