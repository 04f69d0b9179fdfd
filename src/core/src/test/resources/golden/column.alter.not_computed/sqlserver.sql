-- refused: SQL Server cannot change column twice from numeric(10, 2) computed (amount * 2) to numeric(10, 2).
-- Drop and add the column: op.dropColumn(table, column("twice", ...)), then op.addColumn(table, column("twice", ...)).

-- reverse
-- refused: SQL Server cannot change column twice from numeric(10, 2) to numeric(10, 2) computed (amount * 2).
-- Drop and add the column: op.dropColumn(table, column("twice", ...)), then op.addColumn(table, column("twice", ...)).
