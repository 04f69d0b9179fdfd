alter table customer add fax varchar(20);

-- reverse
none
