-- outside a transaction
create unique index concurrently tag_pkey on tag (name);
-- outside a transaction
alter table tag add constraint tag_pkey primary key using index tag_pkey;

-- reverse
alter table tag drop constraint tag_pkey;
