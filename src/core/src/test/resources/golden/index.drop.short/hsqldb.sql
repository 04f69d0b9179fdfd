drop index ix_customer_email;

-- reverse
none
