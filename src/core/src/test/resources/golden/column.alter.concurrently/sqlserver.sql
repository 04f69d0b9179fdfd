alter table customer alter column email varchar(320) not null;
alter table customer add default 'unknown' for email;

-- reverse
declare @drop nvarchar(max) = N''
select @drop = @drop + N'alter table customer drop constraint ' + quotename(name) + N' '
    from sys.default_constraints as found
    where parent_object_id = object_id(N'customer') and parent_column_id = columnproperty(object_id(N'customer'), N'email', N'ColumnId')
exec (@drop);
alter table customer alter column email varchar(255) null;
