-- refused: SQLite cannot say "~ column customer.state enum ('NEW', 'DONE') -> enum ('NEW', 'HELD', 'DONE') of varchar(20)": a column stays as it was created.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.

-- reverse
-- refused: SQLite cannot say "~ column customer.state enum ('NEW', 'HELD', 'DONE') of varchar(20) -> enum ('NEW', 'DONE')": a column stays as it was created.
-- Put it into op.rebuildTable(table(...), changes -> changes.alterColumn(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.
