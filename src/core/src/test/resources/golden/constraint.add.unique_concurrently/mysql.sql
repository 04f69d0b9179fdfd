alter table customer add constraint uk_customer_email unique (email), lock=none;

-- reverse
alter table customer drop index uk_customer_email, lock=none;
