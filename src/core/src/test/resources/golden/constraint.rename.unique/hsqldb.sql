alter constraint uk_customer_email rename to uk_customer_mail;

-- reverse
alter constraint uk_customer_mail rename to uk_customer_email;
