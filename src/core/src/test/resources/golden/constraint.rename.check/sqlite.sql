-- refused: SQLite cannot run "~ constraint ck_customer_id on customer renamed to ck_id": constraints cannot be renamed.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.

-- reverse
-- refused: SQLite cannot run "~ constraint ck_id on customer renamed to ck_customer_id": constraints cannot be renamed.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.
