alter table customer add fax varchar(20);

-- reverse
alter table customer drop column fax;
