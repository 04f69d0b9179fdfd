-- refused: SQLite cannot run "- constraint on purchase: fk_purchase_customer": constraints can only be dropped with their table.
-- Put it into op.rebuildTable(table(...), changes -> changes.dropConstraint(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.

-- reverse
none
