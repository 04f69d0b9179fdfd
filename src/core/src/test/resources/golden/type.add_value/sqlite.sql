-- refused: SQLite cannot add a value to enum type mood: it has no named enum types.
-- List the values in the column, column("...", enumOf("...")), or use varchar and a check constraint.

-- reverse
none
