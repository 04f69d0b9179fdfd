comment on table customer is 'People who buy';

-- reverse
comment on table customer is '';
