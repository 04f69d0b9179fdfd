alter table customer add column state varchar(255) check (state in ('NEW', 'DONE'));

-- reverse
alter table customer drop column state;
