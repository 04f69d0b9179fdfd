-- refused: SQLite cannot say "~ constraint ck_customer_id on customer renamed to ck_id": constraints keep their names.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.

-- reverse
-- refused: SQLite cannot say "~ constraint ck_id on customer renamed to ck_customer_id": constraints keep their names.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.
