-- revision: 3c4d5e6f7a8b
-- parent: 1a2b3c4d5e6f
-- message: grant
-- created: 2026-11-22T10:20:30Z

-- upgrade
create table granted (id bigint);

-- downgrade
drop table granted;
