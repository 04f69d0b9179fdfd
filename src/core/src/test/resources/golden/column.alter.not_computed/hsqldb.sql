alter table purchase alter column twice drop expression;

-- reverse
alter table purchase drop column twice;
alter table purchase add column twice numeric(10,2) generated always as (amount * 2);
