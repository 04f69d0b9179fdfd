-- refused: HSQLDB cannot leave the rows that are there unchecked by foreign key fk_purchase_customer (customer_id) to customer (id).
-- Use op.addConstraint.

-- reverse
alter table purchase drop constraint fk_purchase_customer;
