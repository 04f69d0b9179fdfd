alter table purchase add column twice numeric(10,2) generated always as (amount * 2);

-- reverse
alter table purchase drop column twice;
