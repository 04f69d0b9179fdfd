exec sp_rename N'ck_customer_id', N'ck_id', N'OBJECT';

-- reverse
exec sp_rename N'ck_id', N'ck_customer_id', N'OBJECT';
