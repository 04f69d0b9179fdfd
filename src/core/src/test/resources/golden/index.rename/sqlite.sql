-- refused: SQLite cannot rename index ix_customer_email to ix_customer_mail.
-- Drop it and create it anew: op.dropIndex("customer", index("ix_customer_email")...), then op.createIndex.

-- reverse
-- refused: SQLite cannot rename index ix_customer_mail to ix_customer_email.
-- Drop it and create it anew: op.dropIndex("customer", index("ix_customer_mail")...), then op.createIndex.
