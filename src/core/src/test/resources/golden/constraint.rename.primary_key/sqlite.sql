-- refused: SQLite cannot run "~ constraint pk_old on tag renamed to pk_tag": constraints cannot be renamed.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.

-- reverse
-- refused: SQLite cannot run "~ constraint pk_tag on tag renamed to pk_old": constraints cannot be renamed.
-- Put it into op.rebuildTable(table(...), changes -> changes.renameConstraint(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.
