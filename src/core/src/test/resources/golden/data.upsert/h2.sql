merge into customer (id, name, email) key (id) values
    (1, 'Ada', 'ada@x.org'),
    (2, 'Bob', null);

-- reverse
none
