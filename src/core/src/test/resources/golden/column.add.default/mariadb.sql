alter table customer add column active bit default true not null;

-- reverse
alter table customer drop column active;
