alter table customer add column token binary(16) default gen_random_uuid() not null;

-- reverse
alter table customer drop column token, lock=none;
