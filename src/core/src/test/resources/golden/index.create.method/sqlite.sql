-- refused: SQLite cannot create index ix_customer_name (name) using btree: all its indexes are trees.
-- Leave out .using(...).

-- reverse
drop index ix_customer_name;
