-- refused: SQLite cannot run "~ constraint fk_purchase_customer on purchase renamed to fk_purchase_buyer": constraints cannot be renamed.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.

-- reverse
-- refused: SQLite cannot run "~ constraint fk_purchase_buyer on purchase renamed to fk_purchase_customer": constraints cannot be renamed.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.
