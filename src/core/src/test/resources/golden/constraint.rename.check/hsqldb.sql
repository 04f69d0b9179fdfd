alter constraint ck_customer_id rename to ck_id;

-- reverse
alter constraint ck_id rename to ck_customer_id;
