-- revision: a1000000
-- message: create customer
-- created: 2026-11-23T10:00:00Z

-- upgrade
create table customer (id bigint not null primary key, name varchar(100) not null);

-- downgrade
drop table customer;
