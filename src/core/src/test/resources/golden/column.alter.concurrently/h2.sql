alter table customer alter column email set data type varchar(320);
alter table customer alter column email set default 'unknown';
alter table customer alter column email set not null;

-- reverse
alter table customer alter column email drop default;
alter table customer alter column email set data type varchar(255);
alter table customer alter column email drop not null;
