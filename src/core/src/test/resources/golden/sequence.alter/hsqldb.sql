-- refused: HSQLDB cannot cache the numbers of sequence customer_seq: it keeps them in memory anyway.
-- Leave out .cache(...).

-- reverse
alter sequence customer_seq increment by 50 no maxvalue no cycle;
-- Java code
