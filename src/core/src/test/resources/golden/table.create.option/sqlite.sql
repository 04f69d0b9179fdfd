create table tag (
    word text not null,
    primary key (word)
) strict, without rowid;

-- reverse
drop table tag;
