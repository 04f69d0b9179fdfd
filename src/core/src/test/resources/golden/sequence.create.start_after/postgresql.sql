create sequence customer_seq start with 1 increment by 50;
select setval('customer_seq', greatest(1, coalesce((select max(id) from customer) + 50, 1)), false);

-- reverse
drop sequence customer_seq;
