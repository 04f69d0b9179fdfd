-- refused: MySQL cannot treat nulls as equal in unique uk_customer_email (email).
-- Leave out .nullsEqual(), or make the columns not null.

-- reverse
alter table customer drop index uk_customer_email;
