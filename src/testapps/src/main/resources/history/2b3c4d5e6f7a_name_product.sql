-- revision: 2b3c4d5e6f7a
-- parent: 1a2b3c4d5e6f
-- message: name product
-- created: 2026-11-22T11:00:00Z

-- upgrade
alter table product add column name varchar(255);

-- downgrade
alter table product drop column name;
