alter table customer rename constraint ck_customer_id to ck_id;

-- reverse
alter table customer rename constraint ck_id to ck_customer_id;
