-- revision: a4000000
-- parent: a2000000
-- message: declare

-- upgrade
alter table customer add column declared_twin varchar(10);
-- means: addColumn("customer", column("declared_twins", varchar(10)));

-- downgrade
alter table customer drop column declared_twin;
