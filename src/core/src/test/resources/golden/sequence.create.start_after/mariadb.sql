create sequence customer_seq start with 1 increment by 50 nocache;
insert into customer_seq select greatest(1, coalesce((select max(id) from customer) + 50, 1)), minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from customer_seq;

-- reverse
drop sequence customer_seq;
