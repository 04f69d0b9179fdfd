create index ix_customer_email on customer (email) lock=none;

-- reverse
alter table customer drop index ix_customer_email, lock=none;
