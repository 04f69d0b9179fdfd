create table user (
    `order` integer not null,
    `Mixed Case` varchar(20),
    primary key (`order`)
) engine=InnoDB;

-- reverse
drop table user;
