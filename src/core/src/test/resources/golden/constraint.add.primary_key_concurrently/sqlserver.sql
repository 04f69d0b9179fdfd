alter table tag add primary key (name);

-- reverse
declare @drop nvarchar(max) = N''
select @drop = @drop + N'alter table tag drop constraint ' + quotename(name) + N' '
    from sys.key_constraints as found
    where parent_object_id = object_id(N'tag') and type = N'PK'
exec (@drop);
