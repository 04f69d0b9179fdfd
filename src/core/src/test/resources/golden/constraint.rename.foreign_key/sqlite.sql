-- refused: SQLite cannot say "~ constraint fk_purchase_customer on purchase renamed to fk_purchase_buyer": constraints keep their names.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.

-- reverse
-- refused: SQLite cannot say "~ constraint fk_purchase_buyer on purchase renamed to fk_purchase_customer": constraints keep their names.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.
