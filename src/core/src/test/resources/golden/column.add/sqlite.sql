alter table customer add column city varchar(80);

-- reverse
alter table customer drop column city;
