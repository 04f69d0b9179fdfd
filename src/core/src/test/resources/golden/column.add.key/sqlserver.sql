alter table note add id bigint identity not null;
alter table note add primary key (id);

-- reverse
declare @drop nvarchar(max) = N''
select @drop = @drop + N'alter table note drop constraint ' + quotename(name) + N' '
    from sys.key_constraints as found
    where parent_object_id = object_id(N'note') and type = N'PK'
exec (@drop);
alter table note drop column id;
