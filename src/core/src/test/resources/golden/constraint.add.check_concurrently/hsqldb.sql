alter table customer add constraint ck_customer_id check (id > 0);

-- reverse
alter table customer drop constraint ck_customer_id;
