alter table customer add column code varchar(20) collate C;

-- reverse
alter table customer drop column code;
