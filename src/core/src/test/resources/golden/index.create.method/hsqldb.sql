-- refused: HSQLDB cannot create index ix_customer_name (name) using btree: it chooses the method itself.
-- Leave out .using(...).

-- reverse
drop index ix_customer_name;
