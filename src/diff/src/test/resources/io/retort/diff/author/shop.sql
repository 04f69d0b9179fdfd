-- revision: 3f2a91c07b4e
-- parent: a1b2c3d4e5f6
-- message: orders and "VIP" customers
-- created: 2026-11-22T10:15:30Z

-- upgrade
create sequence purchase_order_seq start with 1 increment by 50;
-- means: createSequence(sequence("purchase_order_seq").incrementBy(50));
create sequence order_line_seq start with 1 increment by 50;
-- means: createSequence(sequence("order_line_seq").incrementBy(50));

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
-- means: createTable(
-- means:         "purchase_order",
-- means:         column("id", bigint()).notNull(),
-- means:         column("customer_id", bigint()).notNull(),
-- means:         column("placed_at", timestampWithTimeZone(6)).notNull(),
-- means:         column("status", varchar(255)).notNull().defaultValue("NEW"),
-- means:         column("total", numeric(19, 2)).notNull().defaultValue(decimal("0.00")),
-- means:         primaryKey("id"),
-- means:         check("ck_purchase_order_status", "status in ('NEW','PAID; SENT')"),
-- means:         foreignKey("fk_purchase_order_customer", "customer_id").references("customer", "id"),
-- means:         comment("What a customer's \"basket\" becomes"));
create index ix_purchase_order_customer on purchase_order (customer_id, placed_at);
-- means: createIndex("purchase_order", index("ix_purchase_order_customer", "customer_id", "placed_at"));

create table order_line (
    id bigint not null,
    order_id bigint not null,
    quantity integer not null,
    primary key (id),
    constraint fk_order_line_order foreign key (order_id) references purchase_order (id) on delete cascade
);
-- means: createTable(
-- means:         "order_line",
-- means:         column("id", bigint()).notNull(),
-- means:         column("order_id", bigint()).notNull(),
-- means:         column("quantity", integer()).notNull(),
-- means:         primaryKey("id"),
-- means:         foreignKey("fk_order_line_order", "order_id").references("purchase_order", "id").onDelete(CASCADE));

alter table customer alter column name type varchar(255);
alter table customer alter column name set not null;
-- means: alterColumn("customer", column("name", varchar(100)), column("name", varchar(255)).notNull());
alter table customer add column vip boolean default false not null;
-- means: addColumn("customer", column("vip", bool()).notNull().defaultValue(false));
alter table customer drop column fax;
-- means: dropColumn("customer", column("fax", varchar(40)).comment("not in use"));
alter table customer add constraint uk_customer_email unique (email);
-- means: addConstraint("customer", unique("uk_customer_email", "email"));
comment on table customer is 'Who buys';
-- means: commentTable("customer", null, "Who buys");

drop table fax_queue;
-- means: dropTable("fax_queue");

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
