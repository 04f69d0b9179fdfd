drop sequence customer_seq;

-- reverse
none
