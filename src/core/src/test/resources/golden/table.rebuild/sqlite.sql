create table temp.retort_rebuild (row_count integer, orphans integer,
    rows_now integer constraint "customer has as many rows as before" check (rows_now = row_count),
    orphans_now integer constraint "the foreign keys of and to customer find their rows" check (orphans_now <= orphans),
    triggers integer constraint "customer has triggers, which a script cannot bring back" check (triggers = 0));
insert into temp.retort_rebuild (row_count, orphans) select (select count(*) from customer), (select count(*) from pragma_foreign_key_check where 'customer' collate nocase in ("table", parent));
create table temp.retort_trigger as select sql from sqlite_master where type = 'trigger' and tbl_name = 'customer' collate nocase;
create table temp.retort_index as select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name = 'customer' collate nocase;
create table retort_new_customer (
    id bigint not null,
    name varchar(100) not null,
    email varchar(320) default 'unknown',
    age varchar(10),
    city varchar(80),
    primary key (id),
    constraint uk_customer_name unique (name),
    constraint ck_customer_id check (id > 0)
);
insert into retort_new_customer (id, name, email, age)
    select id, name, email, age from customer;
drop table customer;
pragma legacy_alter_table = 1;
alter table retort_new_customer rename to customer;
pragma legacy_alter_table = 0;
create index ix_customer_email on customer (email);
-- Java code
update temp.retort_rebuild set rows_now = (select count(*) from customer), orphans_now = (select count(*) from pragma_foreign_key_check where 'customer' collate nocase in ("table", parent));
drop table temp.retort_rebuild;
drop table temp.retort_trigger;
drop table temp.retort_index;

-- reverse
create table temp.retort_rebuild (row_count integer, orphans integer,
    rows_now integer constraint "customer has as many rows as before" check (rows_now = row_count),
    orphans_now integer constraint "the foreign keys of and to customer find their rows" check (orphans_now <= orphans),
    triggers integer constraint "customer has triggers, which a script cannot bring back" check (triggers = 0));
insert into temp.retort_rebuild (row_count, orphans) select (select count(*) from customer), (select count(*) from pragma_foreign_key_check where 'customer' collate nocase in ("table", parent));
create table temp.retort_trigger as select sql from sqlite_master where type = 'trigger' and tbl_name = 'customer' collate nocase;
create table temp.retort_index as select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name = 'customer' collate nocase;
create table retort_new_customer (
    id bigint not null,
    name varchar(100) not null,
    email varchar(255),
    age varchar(10),
    primary key (id)
);
insert into retort_new_customer (id, name, email, age)
    select id, name, email, age from customer;
drop table customer;
pragma legacy_alter_table = 1;
alter table retort_new_customer rename to customer;
pragma legacy_alter_table = 0;
create index ix_customer_email on customer (email);
-- Java code
update temp.retort_rebuild set rows_now = (select count(*) from customer), orphans_now = (select count(*) from pragma_foreign_key_check where 'customer' collate nocase in ("table", parent));
drop table temp.retort_rebuild;
drop table temp.retort_trigger;
drop table temp.retort_index;
