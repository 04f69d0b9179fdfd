-- refused: SQLite cannot run "+ constraint on purchase: foreign key fk_purchase_customer (customer_id) to customer (id) initially deferred": constraints can only be created with their table.
-- Put it into op.rebuildTable(table(...), changes -> changes.addConstraint(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.

-- reverse
-- refused: SQLite cannot run "- constraint on purchase: foreign key fk_purchase_customer (customer_id) to customer (id) initially deferred": constraints can only be dropped with their table.
-- Put it into op.rebuildTable(table(...), changes -> changes.dropConstraint(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.
