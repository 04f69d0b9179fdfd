-- refused: SQL Server cannot create index ix_customer_name (name) using btree: it has only clustered and nonclustered indexes.
-- Leave out .using(...), or write the index with op.execute("create ... index ...").

-- reverse
drop index ix_customer_name on customer;
