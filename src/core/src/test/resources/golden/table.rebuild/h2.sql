alter table customer alter column email set data type varchar(320);
alter table customer alter column email set default 'unknown';
alter table customer add column city varchar(80);
alter table customer add constraint uk_customer_name unique (name);
alter table customer add constraint ck_customer_id check (id > 0);

-- reverse
alter table customer drop constraint ck_customer_id;
alter table customer drop constraint uk_customer_name;
alter table customer drop column city;
alter table customer alter column email drop default;
alter table customer alter column email set data type varchar(255);
