alter table customer add column state enum ('NEW','DONE'), lock=none;

-- reverse
alter table customer drop column state, lock=none;
