-- revision: a2000000
-- parent: a1000000
-- message: first names

-- upgrade
alter table customer add column first_name varchar(255);
update customer set first_name = regexp_replace(name, ' .*', '');
alter table customer modify column first_name varchar(255) not null;
alter table customer drop column name;

-- downgrade
alter table customer add column name varchar(255);
update customer set name = first_name;
alter table customer modify column name varchar(255) not null;
alter table customer drop column first_name;
