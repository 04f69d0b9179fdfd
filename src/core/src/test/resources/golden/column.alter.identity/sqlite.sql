-- refused: SQLite cannot say "~ column customer.id bigint not null -> bigint not null identity": a column stays as it was created.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.

-- reverse
-- refused: SQLite cannot say "~ column customer.id bigint not null identity -> bigint not null": a column stays as it was created.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.
