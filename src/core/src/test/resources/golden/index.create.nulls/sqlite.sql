-- refused: SQLite cannot create index ix_customer_email (email desc nulls last): it always sorts nulls as the smallest.
-- Leave out where nulls are sorted.

-- reverse
drop index ix_customer_email;
