create table "USER" (
    "ORDER" integer not null,
    "Mixed Case" varchar(20),
    primary key ("ORDER")
);

-- reverse
drop table "USER";
