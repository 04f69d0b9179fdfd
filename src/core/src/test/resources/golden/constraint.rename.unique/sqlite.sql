-- refused: SQLite cannot say "~ constraint uk_customer_email on customer renamed to uk_customer_mail": constraints keep their names.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.

-- reverse
-- refused: SQLite cannot say "~ constraint uk_customer_mail on customer renamed to uk_customer_email": constraints keep their names.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.
