alter table customer drop constraint uk_customer_email;

-- reverse
alter table customer add constraint uk_customer_email unique (email);
