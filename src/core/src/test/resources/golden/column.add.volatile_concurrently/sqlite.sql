-- refused: SQLite cannot run "+ column customer.token uuid not null default gen_random_uuid() concurrently": a new column has a constant default and is not computed and stored.
-- Put it into op.rebuildTable(table(...), changes -> changes.addColumn(...)), where table(...) is the full definition of the table before the change; the command `revision` writes it for you.

-- reverse
alter table customer drop column token;
