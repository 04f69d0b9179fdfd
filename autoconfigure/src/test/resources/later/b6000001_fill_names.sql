-- revision: b6000001
-- parent: 2b3c4d5e6f7a
-- message: fill names
-- phase: after-start

-- upgrade
create table filled (id bigint);

-- downgrade
drop table filled;
