-- refused: SQL Server cannot change column id from bigint not null to bigint not null identity.
-- Drop and add the column: op.dropColumn(table, column("id", ...)), then op.addColumn(table, column("id", ...)).

-- reverse
-- refused: SQL Server cannot change column id from bigint not null identity to bigint not null.
-- Drop and add the column: op.dropColumn(table, column("id", ...)), then op.addColumn(table, column("id", ...)).
