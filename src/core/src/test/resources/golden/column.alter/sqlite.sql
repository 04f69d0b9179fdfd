-- refused: SQLite cannot say "~ column customer.email varchar(255) -> varchar(320) not null default 'unknown'": a column stays as it was created.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.

-- reverse
-- refused: SQLite cannot say "~ column customer.email varchar(320) not null default 'unknown' -> varchar(255)": a column stays as it was created.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.
