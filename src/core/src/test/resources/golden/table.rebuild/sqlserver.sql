alter table customer alter column email varchar(320) null;
alter table customer add default 'unknown' for email;
alter table customer add city varchar(80);
if exists (select 1 from sys.columns where object_id = object_id(N'customer') and name in (N'name') and is_nullable = 1)
    create unique nonclustered index uk_customer_name on customer (name) where name is not null
else
    alter table customer add constraint uk_customer_name unique (name);
alter table customer add constraint ck_customer_id check (id > 0);

-- reverse
alter table customer drop constraint ck_customer_id;
if exists (select 1 from sys.indexes where object_id = object_id(N'customer') and name = N'uk_customer_name' and is_unique_constraint = 0)
    drop index uk_customer_name on customer
else
    alter table customer drop constraint uk_customer_name;
alter table customer drop column city;
declare @drop nvarchar(max) = N''
select @drop = @drop + N'alter table customer drop constraint ' + quotename(name) + N' '
    from sys.default_constraints as found
    where parent_object_id = object_id(N'customer') and parent_column_id = columnproperty(object_id(N'customer'), N'email', N'ColumnId')
exec (@drop);
alter table customer alter column email varchar(255) null;
