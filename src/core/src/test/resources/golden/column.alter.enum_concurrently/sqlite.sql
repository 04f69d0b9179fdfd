-- refused: SQLite cannot run "~ column customer.state enum ('NEW', 'DONE') -> enum ('NEW', 'HELD', 'DONE') concurrently": a column cannot be changed.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.

-- reverse
-- refused: SQLite cannot run "~ column customer.state enum ('NEW', 'HELD', 'DONE') -> enum ('NEW', 'DONE') concurrently": a column cannot be changed.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.
