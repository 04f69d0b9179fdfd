create sequence customer_seq start with 1 increment by 50;
-- Java code

-- reverse
drop sequence customer_seq;
