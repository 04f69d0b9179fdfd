alter table customer add column city varchar(80);
comment on column customer.city is 'where they live';

-- reverse
alter table customer drop column city;
