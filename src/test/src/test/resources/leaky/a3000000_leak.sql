-- revision: a3000000
-- parent: a2000000
-- message: leak

-- upgrade
create table if not exists leaked (id bigint);
alter table customer add column if not exists surplus varchar(10);

-- downgrade
