update customer set name = 'Ada', email = 'ada@x.org' where id = 1 if @@rowcount = 0 insert into customer (id, name, email) values (1, 'Ada', 'ada@x.org');
update customer set name = 'Bob', email = null where id = 2 if @@rowcount = 0 insert into customer (id, name, email) values (2, 'Bob', null);

-- reverse
none
