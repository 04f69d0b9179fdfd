drop table customer;

-- reverse
none
