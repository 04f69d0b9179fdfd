create table [user] (
    [order] int not null,
    [Mixed Case] varchar(20),
    primary key ([order])
);

-- reverse
drop table [user];
