-- revision: a1000000
-- message: create customer

-- upgrade
create table customer (id bigint not null primary key, name varchar(255) not null);

-- downgrade
drop table customer;
