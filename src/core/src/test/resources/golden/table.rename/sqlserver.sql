exec sp_rename N'customer', N'client', N'OBJECT';

-- reverse
exec sp_rename N'client', N'customer', N'OBJECT';
