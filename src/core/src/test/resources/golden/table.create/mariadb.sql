create table invoice (
    id bigint not null auto_increment,
    number varchar(20) not null comment 'as printed',
    customer_id bigint not null,
    state varchar(10) default 'new' not null,
    total decimal(10,2) default 0.00 not null,
    paid bit default false not null,
    created datetime(6) default current_timestamp(6),
    constraint pk_invoice primary key (id),
    constraint uk_invoice_number unique (number),
    constraint fk_invoice_customer foreign key (customer_id) references customer (id) on delete cascade,
    constraint ck_invoice_total check (total >= 0)
) engine=InnoDB comment='What customers owe us; it''s all here';

-- reverse
drop table invoice;
