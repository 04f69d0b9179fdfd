alter table customer add column city varchar(80) comment 'where they live';

-- reverse
alter table customer drop column city;
