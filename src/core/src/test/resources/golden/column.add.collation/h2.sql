-- refused: H2 cannot set the collation C for a column: it has one collation for the whole database.
-- Leave out .collation(...), or use type("varchar_ignorecase(255)") to compare without case.

-- reverse
alter table customer drop column code;
