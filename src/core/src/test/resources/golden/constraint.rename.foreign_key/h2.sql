alter table purchase rename constraint fk_purchase_customer to fk_purchase_buyer;

-- reverse
alter table purchase rename constraint fk_purchase_buyer to fk_purchase_customer;
