alter table customer rename index ix_customer_email to ix_customer_mail;

-- reverse
alter table customer rename index ix_customer_mail to ix_customer_email;
