alter sequence customer_seq increment by 1 maxvalue 5000 cache 10 cycle;
insert into customer_seq select case when next_not_cached_value = 1 then 1 else greatest(1, next_not_cached_value - 49) end, minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from customer_seq;

-- reverse
alter sequence customer_seq increment by 50 no maxvalue nocache nocycle;
insert into customer_seq select case when next_not_cached_value = 1 then 1 else greatest(1, next_not_cached_value + 49) end, minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from customer_seq;
