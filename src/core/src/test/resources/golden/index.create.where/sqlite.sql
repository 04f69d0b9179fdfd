create index ix_customer_email on customer (email) where email is not null;

-- reverse
drop index ix_customer_email;
