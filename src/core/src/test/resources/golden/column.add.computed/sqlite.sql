-- refused: SQLite cannot say "+ column purchase.twice numeric(10, 2) computed (amount * 2)": a new column has a constant default and is not computed and stored.
-- Put it into op.rebuildTable(table(...), changes -> changes.addColumn(...)), where table(...) tells the whole table as it is before; the command `revision` writes it so.

-- reverse
alter table purchase drop column twice;
