drop table customer;

-- reverse
create table customer (
    id bigint not null,
    name varchar(100) not null,
    email varchar(255),
    age varchar(10),
    primary key (id)
);
