-- outside a transaction
create unique index concurrently uk_customer_email on customer (email);
-- outside a transaction
alter table customer add constraint uk_customer_email unique using index uk_customer_email;

-- reverse
alter table customer drop constraint uk_customer_email;
