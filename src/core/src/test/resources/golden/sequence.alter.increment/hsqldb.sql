alter sequence customer_seq increment by 10;
-- Java code

-- reverse
alter sequence customer_seq increment by 50;
-- Java code
