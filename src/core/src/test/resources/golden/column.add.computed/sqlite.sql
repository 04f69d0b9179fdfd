-- refused: SQLite cannot run "+ column purchase.twice numeric(10, 2) computed (amount * 2)": a new column has a constant default and is not computed and stored.
-- Put it into op.rebuildTable(table(...), changes -> changes.addColumn(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.

-- reverse
alter table purchase drop column twice;
