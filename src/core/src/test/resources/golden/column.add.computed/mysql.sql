alter table purchase add column twice decimal(10,2) generated always as (amount * 2) stored;

-- reverse
alter table purchase drop column twice;
