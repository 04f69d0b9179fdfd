-- refused: HSQLDB cannot create index ix_customer_email (email desc nulls last): its indexes have no order of nulls.
-- Leave out the order of nulls.

-- reverse
drop index ix_customer_email;
