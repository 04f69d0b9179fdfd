alter table customer add constraint uk_customer_email unique (email);

-- reverse
alter table customer drop index uk_customer_email;
