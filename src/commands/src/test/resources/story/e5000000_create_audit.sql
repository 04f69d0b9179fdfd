-- revision: e5000000
-- depends-on: c3000000
-- labels: audit
-- message: create audit
-- created: 2026-11-22T14:00:00Z

-- upgrade
create table audit (id bigint not null primary key, invoice_id bigint not null references invoice);

-- downgrade
drop table audit;
