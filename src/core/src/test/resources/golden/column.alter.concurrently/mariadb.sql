alter table customer modify column email varchar(320) default 'unknown' not null, lock=none;

-- reverse
alter table customer modify column email varchar(255);
