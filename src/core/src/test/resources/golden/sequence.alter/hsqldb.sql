-- refused: HSQLDB cannot set the cache of sequence customer_seq: it always keeps the numbers in memory.
-- Leave out .cache(...).

-- reverse
alter sequence customer_seq increment by 50 no maxvalue no cycle;
-- Java code
