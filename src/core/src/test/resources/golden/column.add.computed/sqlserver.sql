alter table purchase add twice as (amount * 2) persisted;

-- reverse
alter table purchase drop column twice;
