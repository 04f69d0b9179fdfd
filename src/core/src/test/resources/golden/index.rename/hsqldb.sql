alter index ix_customer_email rename to ix_customer_mail;

-- reverse
alter index ix_customer_mail rename to ix_customer_email;
