alter table tag add primary key (name);

-- reverse
alter table tag drop constraint tag_pkey;
