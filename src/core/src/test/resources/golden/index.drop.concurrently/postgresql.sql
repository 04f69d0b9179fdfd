-- outside a transaction
drop index concurrently ix_customer_email;

-- reverse
-- outside a transaction
create index concurrently ix_customer_email on customer (email);
