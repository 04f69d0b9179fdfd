-- revision: a4000000
-- parent: a1000000
-- message: fork

-- upgrade
create table forked (id bigint);

-- downgrade
drop table forked;
