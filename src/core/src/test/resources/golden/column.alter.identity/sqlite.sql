-- refused: SQLite cannot run "~ column customer.id bigint not null -> bigint not null identity": a column cannot be changed.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.

-- reverse
-- refused: SQLite cannot run "~ column customer.id bigint not null identity -> bigint not null": a column cannot be changed.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.
