-- revision: b1000000
-- message: create invoice
-- created: 2026-11-23T10:00:00Z

-- upgrade
create table invoice (id bigint not null primary key, total bigint not null);

-- downgrade
drop table invoice;
