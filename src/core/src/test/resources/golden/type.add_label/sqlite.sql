-- refused: SQLite cannot add a label to enum type mood: it has no enum types with names of their own.
-- Say the labels in the column, column("...", enumOf("...")), or use varchar and a check constraint.

-- reverse
none
