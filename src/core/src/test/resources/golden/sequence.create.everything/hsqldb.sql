-- refused: HSQLDB cannot set the cache of sequence customer_seq: it always keeps the numbers in memory.
-- Leave out .cache(...).

-- reverse
drop sequence customer_seq;
