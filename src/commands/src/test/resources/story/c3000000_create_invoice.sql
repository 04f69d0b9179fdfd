-- revision: c3000000
-- parent: a1000000
-- labels: billing
-- message: create invoice
-- created: 2026-11-22T12:00:00Z

-- upgrade
create table invoice (id bigint not null primary key, account_id bigint not null references account);

-- downgrade
drop table invoice;
