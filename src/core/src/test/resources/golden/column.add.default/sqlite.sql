alter table customer add column active boolean default true not null;

-- reverse
alter table customer drop column active;
