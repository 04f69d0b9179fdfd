-- refused: SQLite cannot run "~ column customer.age varchar(10) -> integer": a column cannot be changed.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.

-- reverse
-- refused: SQLite cannot run "~ column customer.age integer -> varchar(10)": a column cannot be changed.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.
