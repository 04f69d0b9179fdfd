-- refused: HSQLDB cannot treat nulls as equal in unique uk_customer_email (email) alone: it is a setting of the whole database.
-- Leave out .nullsEqual(), or run op.execute("set database sql unique nulls false").

-- reverse
alter table customer drop constraint uk_customer_email;
