if exists (select 1 from sys.columns where object_id = object_id(N'customer') and name in (N'email') and is_nullable = 1)
    create unique nonclustered index uk_customer_email on customer (email) where email is not null
else
    alter table customer add constraint uk_customer_email unique (email);

-- reverse
if exists (select 1 from sys.indexes where object_id = object_id(N'customer') and name = N'uk_customer_email' and is_unique_constraint = 0)
    drop index uk_customer_email on customer
else
    alter table customer drop constraint uk_customer_email;
