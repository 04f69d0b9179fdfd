if exists (select 1 from sys.indexes where object_id = object_id(N'purchase') and name = N'fk_purchase_customer' and is_unique_constraint = 0)
    drop index fk_purchase_customer on purchase
else
    alter table purchase drop constraint fk_purchase_customer;

-- reverse
none
