alter table purchase modify column twice decimal(10,2);

-- reverse
alter table purchase modify column twice decimal(10,2) generated always as (amount * 2) stored;
