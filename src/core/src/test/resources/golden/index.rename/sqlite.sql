-- refused: SQLite cannot rename index ix_customer_email to ix_customer_mail.
-- Drop and create it: op.dropIndex("customer", index("ix_customer_email")...), then op.createIndex.

-- reverse
-- refused: SQLite cannot rename index ix_customer_mail to ix_customer_email.
-- Drop and create it: op.dropIndex("customer", index("ix_customer_mail")...), then op.createIndex.
