-- revision: b2
-- parent: a1
-- message: first customer

-- upgrade
insert into customer (id, name) values (1, '${first}');

-- downgrade
delete from customer where id = 1;
