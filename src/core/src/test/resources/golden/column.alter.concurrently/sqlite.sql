-- refused: SQLite cannot run "~ column customer.email varchar(255) -> varchar(320) not null default 'unknown' concurrently": a column cannot be changed.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.

-- reverse
-- refused: SQLite cannot run "~ column customer.email varchar(320) not null default 'unknown' -> varchar(255) concurrently": a column cannot be changed.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.
