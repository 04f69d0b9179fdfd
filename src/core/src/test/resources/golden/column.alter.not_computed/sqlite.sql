-- refused: SQLite cannot run "~ column purchase.twice numeric(10, 2) computed (amount * 2) -> numeric(10, 2)": a column cannot be changed.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.

-- reverse
-- refused: SQLite cannot run "~ column purchase.twice numeric(10, 2) -> numeric(10, 2) computed (amount * 2)": a column cannot be changed.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.
