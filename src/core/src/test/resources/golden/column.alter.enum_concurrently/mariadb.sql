alter table customer modify column state enum ('NEW','HELD','DONE');

-- reverse
alter table customer modify column state enum ('NEW','DONE');
