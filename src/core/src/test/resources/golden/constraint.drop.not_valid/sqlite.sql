-- refused: SQLite cannot say "- constraint on purchase: foreign key fk_purchase_customer (customer_id) to customer (id)": constraints stay as long as their table.
-- Put it into op.rebuildTable(table(...), changes -> changes.dropConstraint(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.

-- reverse
-- refused: SQLite cannot say "+ constraint on purchase: foreign key fk_purchase_customer (customer_id) to customer (id) not valid": constraints are created with their table.
-- Put it into op.rebuildTable(table(...), changes -> changes.addConstraint(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.
