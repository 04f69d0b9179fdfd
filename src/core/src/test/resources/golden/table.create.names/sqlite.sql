create table user (
    "order" integer not null,
    "Mixed Case" varchar(20),
    primary key ("order")
);

-- reverse
drop table user;
