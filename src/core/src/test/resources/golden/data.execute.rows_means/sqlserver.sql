-- rows: 1
update customer set name = 'Eve' where id = 1;

-- reverse
none
