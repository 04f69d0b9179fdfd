exec sp_rename N'customer.ix_customer_email', N'ix_customer_mail', N'INDEX';

-- reverse
exec sp_rename N'customer.ix_customer_mail', N'ix_customer_email', N'INDEX';
