alter table purchase drop constraint fk_purchase_customer;

-- reverse
-- refused: HSQLDB cannot leave the rows that are there unchecked by foreign key fk_purchase_customer (customer_id) to customer (id).
-- Use op.addConstraint.
