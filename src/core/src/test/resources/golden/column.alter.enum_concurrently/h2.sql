alter table customer alter column state set data type enum ('NEW','HELD','DONE');

-- reverse
alter table customer alter column state set data type enum ('NEW','DONE');
