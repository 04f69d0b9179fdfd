-- revision: a1000000
-- message: create account
-- created: 2026-11-22T10:00:00Z

-- upgrade
create table account (id bigint not null primary key);

-- downgrade
drop table account;
