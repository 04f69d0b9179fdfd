declare @drop nvarchar(max) = N''
select @drop = @drop + N'alter table customer drop constraint ' + quotename(name) + N' '
    from sys.key_constraints as found
    where parent_object_id = object_id(N'customer') and type = N'PK'
exec (@drop);

-- reverse
alter table customer add primary key (id);
