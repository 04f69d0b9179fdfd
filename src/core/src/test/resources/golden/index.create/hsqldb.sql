create index ix_customer_email on customer (email);

-- reverse
drop index ix_customer_email;
