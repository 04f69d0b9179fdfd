alter table customer rename constraint uk_customer_email to uk_customer_mail;

-- reverse
alter table customer rename constraint uk_customer_mail to uk_customer_email;
