create unique index ix_customer_name on customer (name, email desc);

-- reverse
drop index ix_customer_name;
