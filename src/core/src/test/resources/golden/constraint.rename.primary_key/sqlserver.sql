exec sp_rename N'pk_old', N'pk_tag', N'OBJECT';

-- reverse
exec sp_rename N'pk_tag', N'pk_old', N'OBJECT';
