create index ix_customer_email on customer (email desc nulls last);

-- reverse
drop index ix_customer_email;
