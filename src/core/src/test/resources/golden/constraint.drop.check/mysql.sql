alter table customer drop check ck_customer_id;

-- reverse
alter table customer add constraint ck_customer_id check (id > 0);
