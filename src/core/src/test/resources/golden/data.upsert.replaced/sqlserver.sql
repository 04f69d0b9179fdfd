delete from customer where id = 1;
update customer set name = 'Bill', email = 'bill@x.org' where id = 2 if @@rowcount = 0 insert into customer (id, name, email) values (2, 'Bill', 'bill@x.org');
update customer set name = 'Eve', email = null where id = 3 if @@rowcount = 0 insert into customer (id, name, email) values (3, 'Eve', null);

-- reverse
delete from customer where id = 3;
update customer set name = 'Ada', email = 'ada@x.org' where id = 1 if @@rowcount = 0 insert into customer (id, name, email) values (1, 'Ada', 'ada@x.org');
update customer set name = 'Bob', email = null where id = 2 if @@rowcount = 0 insert into customer (id, name, email) values (2, 'Bob', null);
