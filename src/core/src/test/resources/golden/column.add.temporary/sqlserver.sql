alter table customer add tier varchar(20) default 'BASIC' not null;

-- reverse
declare @drop nvarchar(max) = N''
select @drop = @drop + N'alter table customer drop constraint ' + quotename(name) + N' '
    from (select name, parent_object_id, parent_column_id from sys.default_constraints
        union all select name, parent_object_id, parent_column_id from sys.check_constraints) as found
    where parent_object_id = object_id(N'customer') and parent_column_id = columnproperty(object_id(N'customer'), N'tier', N'ColumnId')
exec (@drop);
alter table customer drop column tier;
