-- refused: SQLite cannot create index ix_customer_name (name) using btree: it has only B-tree indexes.
-- Leave out .using(...).

-- reverse
drop index ix_customer_name;
