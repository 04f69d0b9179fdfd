-- refused: HSQLDB cannot cache the numbers of sequence customer_seq: it keeps them in memory anyway.
-- Leave out .cache(...).

-- reverse
drop sequence customer_seq;
