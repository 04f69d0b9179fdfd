-- revision: b2000000
-- parent: b1000000
-- message: add paid
-- created: 2026-11-23T10:00:01Z

-- upgrade
alter table invoice add column paid boolean;

-- downgrade
alter table invoice drop column paid;
