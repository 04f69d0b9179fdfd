create index ix_customer_name using btree on customer (name);

-- reverse
drop index ix_customer_name on customer;
