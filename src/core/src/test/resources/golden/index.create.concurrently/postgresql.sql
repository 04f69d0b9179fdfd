-- outside a transaction
create index concurrently ix_customer_email on customer (email);

-- reverse
-- outside a transaction
drop index concurrently ix_customer_email;
