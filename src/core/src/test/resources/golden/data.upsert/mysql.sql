update customer set name = 'Ada', email = 'ada@x.org' where id = 1;
insert into customer (id, name, email) select 1, 'Ada', 'ada@x.org' from dual where not exists (select 1 from customer where id = 1);
update customer set name = 'Bob', email = null where id = 2;
insert into customer (id, name, email) select 2, 'Bob', null from dual where not exists (select 1 from customer where id = 2);

-- reverse
none
