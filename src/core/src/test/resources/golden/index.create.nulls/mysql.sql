-- refused: MySQL cannot create index ix_customer_email (email desc nulls last): it always sorts nulls first.
-- Leave out the order of nulls.

-- reverse
drop index ix_customer_email on customer;
