-- refused: SQL Server cannot create index ix_customer_name (name) using btree: it has clustered and nonclustered ones.
-- Leave out .using(...), or write the index with op.execute("create ... index ...").

-- reverse
drop index ix_customer_name on customer;
