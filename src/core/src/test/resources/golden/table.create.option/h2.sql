-- refused: H2 cannot create table tag strict, without rowid: it has no tables with options.
-- Leave out option(...), or write the statement: op.execute("create table ...").

-- reverse
drop table tag;
