insert into customer (id, name, email) values
    (1, 'Ada', 'ada@x.org'),
    (2, 'Bob', null)
on conflict (id) do update set name = excluded.name, email = excluded.email;

-- reverse
none
