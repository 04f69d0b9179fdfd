create sequence customer_seq start with 1 increment by 50;
alter sequence customer_seq restart with greatest(1, coalesce((select max(id) from customer) + 50, 1));

-- reverse
drop sequence customer_seq;
