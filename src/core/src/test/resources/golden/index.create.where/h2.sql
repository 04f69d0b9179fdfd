-- refused: H2 cannot create index ix_customer_email (email) where email is not null: it has no partial indexes.
-- Leave out .where(...), and index all rows.

-- reverse
drop index ix_customer_email;
