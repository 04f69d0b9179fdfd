-- refused: SQLite cannot say "- constraint on note: primary key (id)": constraints stay as long as their table.
-- Put it into op.rebuildTable(table(...), changes -> changes.dropConstraint(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.

-- reverse
-- refused: SQLite cannot say "+ column note.id bigint not null identity, primary key (id)": a new column has a constant default and is not computed and stored.
-- Put it into op.rebuildTable(table(...), changes -> changes.addColumn(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.
