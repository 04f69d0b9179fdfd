delete from customer where id = 1;
merge into customer (id, name, email) key (id) values
    (2, 'Bill', 'bill@x.org'),
    (3, 'Eve', null);

-- reverse
delete from customer where id = 3;
merge into customer (id, name, email) key (id) values
    (1, 'Ada', 'ada@x.org'),
    (2, 'Bob', null);
