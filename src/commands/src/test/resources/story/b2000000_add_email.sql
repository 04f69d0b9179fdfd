-- revision: b2000000
-- parent: a1000000
-- labels: mail
-- message: add email
-- created: 2026-11-22T11:00:00Z

-- upgrade
alter table account add column email varchar(255);
create index ix_account_email on account (email);

-- downgrade
drop index ix_account_email;
alter table account drop column email;
