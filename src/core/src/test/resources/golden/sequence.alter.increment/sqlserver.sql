alter sequence customer_seq increment by 10;

-- reverse
alter sequence customer_seq increment by 50;
