drop index ix_customer_email on customer;

-- reverse
create index ix_customer_email on customer (email);
