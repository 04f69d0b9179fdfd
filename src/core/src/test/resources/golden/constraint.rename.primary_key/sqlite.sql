-- refused: SQLite cannot say "~ constraint pk_old on tag renamed to pk_tag": constraints keep their names.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.

-- reverse
-- refused: SQLite cannot say "~ constraint pk_tag on tag renamed to pk_old": constraints keep their names.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.
