alter table customer modify column email varchar(320) default 'unknown';
alter table customer add column city varchar(80);
alter table customer add constraint uk_customer_name unique (name);
alter table customer add constraint ck_customer_id check (id > 0);

-- reverse
alter table customer drop check ck_customer_id;
alter table customer drop index uk_customer_name;
alter table customer drop column city;
alter table customer modify column email varchar(255);
