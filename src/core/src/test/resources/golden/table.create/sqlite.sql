create table invoice (
    id integer,
    number varchar(20) not null,
    customer_id bigint not null,
    state varchar(10) default 'new' not null,
    total numeric(10,2) default 0.00 not null,
    paid boolean default false not null,
    created timestamp default (current_timestamp(6)),
    constraint pk_invoice primary key (id),
    constraint uk_invoice_number unique (number),
    constraint fk_invoice_customer foreign key (customer_id) references customer (id) on delete cascade,
    constraint ck_invoice_total check (total >= 0)
);

-- reverse
drop table invoice;
