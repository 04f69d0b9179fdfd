create sequence order_seq start with 7 increment by 50 nocache;
create sequence `Odd Seq` minvalue -5 maxvalue 99 start with 10 cache 20 cycle;
create sequence down_seq increment by -1;
create table customer (
  id bigint not null auto_increment,
  email varchar(255) not null comment 'it''s private',
  nick varchar(50),
  initials char(2) default 'xx',
  notes longtext default 'it''s',
  body text,
  active bit not null default 1,
  flag boolean default true,
  tiny tinyint,
  small smallint,
  age integer default 18,
  debt integer default -1,
  big bigint unsigned,
  rank double,
  weight float,
  price decimal(38, 2) default 1.50,
  amount decimal,
  born date,
  wake time,
  created datetime(6) default current_timestamp(6),
  updated datetime(3),
  loose datetime,
  changed timestamp(6) not null default current_timestamp(6) on update current_timestamp(6),
  ref uuid,
  doc json,
  loose_doc longtext check (json_valid(loose_doc) and length(loose_doc) > 2),
  data varbinary(16),
  large longblob,
  mood enum ('HAPPY', 'it''s'),
  label varchar(20) collate utf8mb4_bin,
  ticket bigint default (next value for order_seq),
  total decimal(12, 2) generated always as (price * 2) stored,
  total2 decimal(12, 2) generated always as (price * 2) virtual,
  `Mixed Case` integer,
  `order` integer,
  primary key (id),
  constraint uk_email unique (email),
  constraint uk_nick unique (nick, age),
  constraint ck_age check (age >= 18 and nick in ('a', 'b')),
  check (tiny > 0)
) comment 'who buys';
create table `Order Line` (
  order_id bigint not null,
  line smallint not null,
  customer_id bigint,
  parent_order bigint,
  parent_line smallint,
  age integer,
  primary key (line, order_id),
  constraint ck_age check (age >= 21),
  constraint fk_customer foreign key (customer_id) references customer (id) on delete cascade on update restrict,
  constraint fk_parent foreign key (parent_line, parent_order) references `Order Line` (line, order_id) on delete set null
);
create index ix_plain on customer (nick, age);
create unique index ux_age on customer (age);
create unique index ux_prefix on customer (body(20));
create index ix_sorted on customer (age desc, born);
create fulltext index ft_body on customer (body);
create index ix_parent on `Order Line` (parent_order);
create view adults as select * from customer where age > 18
