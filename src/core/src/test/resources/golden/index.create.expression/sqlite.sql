create index ix_customer_email on customer ((lower(email)), id);

-- reverse
drop index ix_customer_email;
