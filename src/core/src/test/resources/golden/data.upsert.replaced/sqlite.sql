delete from customer where id = 1;
insert into customer (id, name, email) values
    (2, 'Bill', 'bill@x.org'),
    (3, 'Eve', null)
on conflict (id) do update set name = excluded.name, email = excluded.email;

-- reverse
delete from customer where id = 3;
insert into customer (id, name, email) values
    (1, 'Ada', 'ada@x.org'),
    (2, 'Bob', null)
on conflict (id) do update set name = excluded.name, email = excluded.email;
