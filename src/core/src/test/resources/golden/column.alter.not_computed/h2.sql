alter table purchase alter column twice drop expression;

-- reverse
alter table purchase alter column twice numeric(10,2) generated always as (amount * 2);
