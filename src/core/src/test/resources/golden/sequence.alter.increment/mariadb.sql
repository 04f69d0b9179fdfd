alter sequence customer_seq increment by 10;
insert into customer_seq select case when next_not_cached_value = 1 then 1 else greatest(1, next_not_cached_value - 40) end, minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from customer_seq;

-- reverse
alter sequence customer_seq increment by 50;
insert into customer_seq select case when next_not_cached_value = 1 then 1 else greatest(1, next_not_cached_value + 40) end, minimum_value, maximum_value, start_value, increment, cache_size, cycle_option, cycle_count from customer_seq;
