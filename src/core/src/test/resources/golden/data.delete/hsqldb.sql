-- rows: 1
delete from customer where id = 1 and name = 'Ada' and email = 'ada@x.org';
-- rows: 1
delete from customer where id = 2 and name = 'Bob' and email is null;

-- reverse
-- rows: 2
insert into customer (id, name, email) values
    (1, 'Ada', 'ada@x.org'),
    (2, 'Bob', null);
