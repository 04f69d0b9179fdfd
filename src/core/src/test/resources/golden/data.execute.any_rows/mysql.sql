update customer set name = 'Eve' where id = 1;

-- reverse
update customer set name = 'Ada' where id = 1;
