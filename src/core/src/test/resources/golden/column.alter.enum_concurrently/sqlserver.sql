declare @drop nvarchar(max) = N''
select @drop = @drop + N'alter table customer drop constraint ' + quotename(name) + N' '
    from (select name, parent_object_id, parent_column_id from sys.default_constraints
        union all select name, parent_object_id, parent_column_id from sys.check_constraints) as found
    where parent_object_id = object_id(N'customer') and parent_column_id = columnproperty(object_id(N'customer'), N'state', N'ColumnId')
exec (@drop);
alter table customer alter column state varchar(255) null;
alter table customer add constraint customer_state_check check (state in ('NEW', 'HELD', 'DONE'));

-- reverse
declare @drop nvarchar(max) = N''
select @drop = @drop + N'alter table customer drop constraint ' + quotename(name) + N' '
    from (select name, parent_object_id, parent_column_id from sys.default_constraints
        union all select name, parent_object_id, parent_column_id from sys.check_constraints) as found
    where parent_object_id = object_id(N'customer') and parent_column_id = columnproperty(object_id(N'customer'), N'state', N'ColumnId')
exec (@drop);
alter table customer alter column state varchar(255) null;
alter table customer add constraint customer_state_check check (state in ('NEW', 'DONE'));
