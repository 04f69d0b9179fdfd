-- refused: SQLite cannot say "~ column customer.age varchar(10) -> integer": a column stays as it was created.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.

-- reverse
-- refused: SQLite cannot say "~ column customer.age integer -> varchar(10)": a column stays as it was created.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.
