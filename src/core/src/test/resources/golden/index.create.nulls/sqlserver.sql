-- refused: SQL Server cannot create index ix_customer_email (email desc nulls last): it always sorts nulls first.
-- Leave out where nulls are sorted.

-- reverse
drop index ix_customer_email on customer;
