-- refused: H2 cannot rename sequence customer_seq to client_seq.
-- Create the new one with .startWith(...) after the last number of the old one, and drop the old one: op.createSequence(sequence("client_seq")), op.dropSequence(sequence("customer_seq")).

-- reverse
-- refused: H2 cannot rename sequence client_seq to customer_seq.
-- Create the new one with .startWith(...) after the last number of the old one, and drop the old one: op.createSequence(sequence("customer_seq")), op.dropSequence(sequence("client_seq")).
