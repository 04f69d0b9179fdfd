alter table customer add column state enum ('NEW','DONE');

-- reverse
alter table customer drop column state;
