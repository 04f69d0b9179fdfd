-- refused: SQLite cannot say "- constraint on purchase: fk_purchase_customer": constraints stay as long as their table.
-- Put it into op.rebuildTable(table(...), changes -> changes.dropConstraint(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.

-- reverse
none
