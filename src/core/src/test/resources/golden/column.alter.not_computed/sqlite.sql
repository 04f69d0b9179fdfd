-- refused: SQLite cannot say "~ column purchase.twice numeric(10, 2) computed (amount * 2) -> numeric(10, 2)": a column stays as it was created.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.

-- reverse
-- refused: SQLite cannot say "~ column purchase.twice numeric(10, 2) -> numeric(10, 2) computed (amount * 2)": a column stays as it was created.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.
