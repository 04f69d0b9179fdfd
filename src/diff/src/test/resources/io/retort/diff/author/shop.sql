-- revision: 3f2a91c07b4e
-- parent: a1b2c3d4e5f6
-- message: orders and "VIP" customers
-- created: 2026-11-22T10:15:30Z

-- upgrade
create sequence purchase_order_seq start with 1 increment by 50;
create sequence order_line_seq start with 1 increment by 50;

create table purchase_order (
    id bigint not null,
    customer_id bigint not null,
    placed_at timestamp(6) with time zone not null,
    status varchar(255) default 'NEW' not null,
    total numeric(19,2) default 0.00 not null,
    primary key (id),
    constraint ck_purchase_order_status check (status in ('NEW','PAID; SENT')),
    constraint fk_purchase_order_customer foreign key (customer_id) references customer (id)
);
comment on table purchase_order is 'What a customer''s "basket" becomes';
create index ix_purchase_order_customer on purchase_order (customer_id, placed_at);

create table order_line (
    id bigint not null,
    order_id bigint not null,
    quantity integer not null,
    primary key (id),
    constraint fk_order_line_order foreign key (order_id) references purchase_order (id) on delete cascade
);

alter table customer alter column name type varchar(255);
alter table customer alter column name set not null;
alter table customer add column vip boolean default false not null;
alter table customer drop column fax;
alter table customer add constraint uk_customer_email unique (email);
comment on table customer is 'Who buys';

drop table fax_queue;

-- downgrade
create table fax_queue (
    id bigint not null,
    primary key (id)
);

comment on table customer is null;
alter table customer drop constraint /* unique (email) */ uk_customer_email;
alter table customer add column fax varchar(40);
comment on column customer.fax is 'not in use';
alter table customer drop column vip;
alter table customer alter column name type varchar(100);
alter table customer alter column name drop not null;

drop table order_line;
drop table purchase_order;

drop sequence order_line_seq;
drop sequence purchase_order_seq;
