-- refused: SQLite cannot run "~ constraint uk_customer_email on customer renamed to uk_customer_mail": constraints cannot be renamed.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.

-- reverse
-- refused: SQLite cannot run "~ constraint uk_customer_mail on customer renamed to uk_customer_email": constraints cannot be renamed.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.
