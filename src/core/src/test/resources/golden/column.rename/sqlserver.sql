exec sp_rename N'customer.email', N'mail', N'COLUMN';

-- reverse
exec sp_rename N'customer.mail', N'email', N'COLUMN';
