-- outside a transaction
alter table customer add constraint ck_customer_id check (id > 0) not valid;
-- outside a transaction
alter table customer validate constraint ck_customer_id;

-- reverse
alter table customer drop constraint ck_customer_id;
