alter table purchase drop constraint fk_purchase_customer;

-- reverse
none
