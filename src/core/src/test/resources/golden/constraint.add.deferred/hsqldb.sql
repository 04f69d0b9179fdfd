-- refused: HSQLDB cannot defer foreign key fk_purchase_customer (customer_id) to customer (id): it checks constraints after each statement.
-- Leave out .deferred(...).

-- reverse
alter table purchase drop constraint fk_purchase_customer;
