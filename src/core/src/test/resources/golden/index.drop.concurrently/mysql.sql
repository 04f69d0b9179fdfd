alter table customer drop index ix_customer_email, lock=none;

-- reverse
create index ix_customer_email on customer (email) lock=none;
