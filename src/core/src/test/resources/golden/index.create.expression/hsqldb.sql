-- refused: HSQLDB cannot create index ix_customer_email (lower(email), id): it has no indexes on expressions.
-- Add a column(...).computed("lower(email)") and an index on that.

-- reverse
drop index ix_customer_email;
