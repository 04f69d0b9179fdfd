-- refused: HSQLDB cannot add foreign key fk_purchase_customer (customer_id) to customer (id) without a check of existing rows.
-- Use op.addConstraint.

-- reverse
alter table purchase drop constraint fk_purchase_customer;
