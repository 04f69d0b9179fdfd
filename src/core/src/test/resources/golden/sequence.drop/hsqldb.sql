drop sequence customer_seq;

-- reverse
create sequence customer_seq start with 1 increment by 50;
