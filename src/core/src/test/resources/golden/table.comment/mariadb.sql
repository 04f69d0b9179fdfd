alter table customer comment='People who buy';

-- reverse
alter table customer comment='';
