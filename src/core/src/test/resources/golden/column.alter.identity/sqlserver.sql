-- refused: SQL Server cannot change column id from bigint not null to bigint not null identity.
-- Drop the column and add it anew: op.dropColumn(table, column("id", ...)), then op.addColumn(table, column("id", ...)).

-- reverse
-- refused: SQL Server cannot change column id from bigint not null identity to bigint not null.
-- Drop the column and add it anew: op.dropColumn(table, column("id", ...)), then op.addColumn(table, column("id", ...)).
