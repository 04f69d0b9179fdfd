alter sequence customer_seq increment by 1 maxvalue 5000 cache 10 cycle;
insert into customer_seq select greatest(1, next_not_cached_value - 49), minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from customer_seq;

-- reverse
alter sequence customer_seq increment by 50 no maxvalue nocache nocycle;
insert into customer_seq select greatest(1, next_not_cached_value + 49), minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from customer_seq;
