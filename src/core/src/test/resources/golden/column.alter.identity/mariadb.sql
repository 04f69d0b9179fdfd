alter table customer modify column id bigint not null auto_increment;

-- reverse
alter table customer modify column id bigint not null;
