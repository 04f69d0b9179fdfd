-- revision: c1000000
-- message: create tenant
-- created: 2026-11-23T10:00:00Z

-- upgrade
create table tenant (id bigint not null primary key, place varchar(100) not null);
insert into tenant (id, place) values (1, 'tenant_a'), (2, 'tenant_b');

-- downgrade
drop table tenant;
