alter table purchase alter column twice drop expression;

-- reverse
-- refused: PostgreSQL cannot change column twice from numeric(10, 2) to numeric(10, 2) computed (amount * 2).
-- Drop the column and add it anew: op.dropColumn(table, column("twice", ...)), then op.addColumn(table, column("twice", ...)).
