exec sp_rename N'fk_purchase_customer', N'fk_purchase_buyer', N'OBJECT';

-- reverse
exec sp_rename N'fk_purchase_buyer', N'fk_purchase_customer', N'OBJECT';
