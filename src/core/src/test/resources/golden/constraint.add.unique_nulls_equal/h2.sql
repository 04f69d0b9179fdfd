alter table customer add constraint uk_customer_email unique nulls not distinct (email);

-- reverse
alter table customer drop constraint uk_customer_email;
