-- refused: H2 cannot create table tag strict, without rowid: it has no such tables.
-- Leave out option(...), or say it with op.execute("create table ...").

-- reverse
drop table tag;
