-- refused: MySQL cannot alter sequence customer_seq: it has no sequences.
-- Use .identity() columns, or the table with one column next_val that Hibernate uses instead of a sequence: op.createTable("customer_seq", column("next_val", bigint())).

-- reverse
-- refused: MySQL cannot alter sequence customer_seq: it has no sequences.
-- Use .identity() columns, or the table with one column next_val that Hibernate uses instead of a sequence: op.createTable("customer_seq", column("next_val", bigint())).
