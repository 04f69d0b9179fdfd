alter constraint fk_purchase_customer rename to fk_purchase_buyer;

-- reverse
alter constraint fk_purchase_buyer rename to fk_purchase_customer;
