alter table customer add code varchar(20) collate C;

-- reverse
alter table customer drop column code;
