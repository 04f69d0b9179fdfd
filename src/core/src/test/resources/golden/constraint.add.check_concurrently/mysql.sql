alter table customer add constraint ck_customer_id check (id > 0);

-- reverse
alter table customer drop check ck_customer_id, lock=none;
