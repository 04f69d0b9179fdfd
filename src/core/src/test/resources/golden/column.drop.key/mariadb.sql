alter table note drop column id;

-- reverse
alter table note add column id bigint not null auto_increment, add primary key (id);
