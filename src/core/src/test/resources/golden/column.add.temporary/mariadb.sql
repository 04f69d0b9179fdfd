alter table customer add column tier varchar(20) default 'BASIC' not null;

-- reverse
alter table customer drop column tier;
