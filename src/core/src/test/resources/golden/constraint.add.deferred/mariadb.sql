-- refused: MariaDB cannot defer foreign key fk_purchase_customer (customer_id) to customer (id): it checks constraints after each row.
-- Leave out .deferred(...).

-- reverse
alter table purchase drop foreign key fk_purchase_customer;
