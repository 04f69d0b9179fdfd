drop index ix_customer_email on customer;

-- reverse
none
