exec sp_rename N'customer_seq', N'client_seq', N'OBJECT';

-- reverse
exec sp_rename N'client_seq', N'customer_seq', N'OBJECT';
