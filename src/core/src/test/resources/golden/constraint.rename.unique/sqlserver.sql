exec sp_rename N'customer.uk_customer_email', N'uk_customer_mail', N'INDEX';

-- reverse
exec sp_rename N'customer.uk_customer_mail', N'uk_customer_email', N'INDEX';
