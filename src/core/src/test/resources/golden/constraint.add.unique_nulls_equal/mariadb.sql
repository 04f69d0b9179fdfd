-- refused: MariaDB cannot take nulls as equal in unique uk_customer_email (email).
-- Leave out .nullsEqual(), and make the columns not null where that is what you mean.

-- reverse
alter table customer drop index uk_customer_email;
