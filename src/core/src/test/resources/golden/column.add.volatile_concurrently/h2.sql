alter table customer add column token uuid default gen_random_uuid() not null;

-- reverse
alter table customer drop column token;
