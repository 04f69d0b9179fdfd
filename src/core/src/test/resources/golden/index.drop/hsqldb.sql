drop index ix_customer_email;

-- reverse
create index ix_customer_email on customer (email);
