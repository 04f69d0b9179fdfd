merge into customer (id, name, email) key (id) values
    (1, 'Ada', 'ada@x.org'),
    (2, 'Bob', null);

-- reverse
delete from customer where id = 1;
delete from customer where id = 2;
