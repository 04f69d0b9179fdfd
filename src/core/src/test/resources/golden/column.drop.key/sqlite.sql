-- refused: SQLite cannot run "- constraint on note: primary key (id)": constraints can only be dropped with their table.
-- Put it into op.rebuildTable(table(...), changes -> changes.dropConstraint(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.

-- reverse
-- refused: SQLite cannot run "+ column note.id bigint not null identity, primary key (id)": a new column has a constant default and is not computed and stored.
-- Put it into op.rebuildTable(table(...), changes -> changes.addColumn(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.
