insert into product (id, name) values (1, 'tea');
