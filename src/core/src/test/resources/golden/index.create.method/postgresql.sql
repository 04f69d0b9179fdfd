create index ix_customer_name on customer using btree (name);

-- reverse
drop index ix_customer_name;
