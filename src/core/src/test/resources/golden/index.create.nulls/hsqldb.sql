-- refused: HSQLDB cannot create index ix_customer_email (email desc nulls last): it has no say in where nulls are sorted.
-- Leave out where nulls are sorted.

-- reverse
drop index ix_customer_email;
