create table customer (
  id bigint not null auto_increment,
  email varchar(255) not null comment 'it''s private',
  nick varchar(50) default '',
  initials char(2) default 'xx',
  notes varchar(100) default 'it''s',
  question varchar(20) default 'NULL',
  body text,
  active bit not null default b'1',
  flag boolean default true,
  tiny tinyint,
  small smallint,
  age integer default 18,
  debt integer default -1,
  big bigint unsigned,
  ranked double,
  weight float,
  price decimal(38, 2) default 1.50,
  born date default '2020-02-29',
  wake time,
  created datetime(6) default current_timestamp(6),
  updated datetime(3),
  changed timestamp(6) not null default current_timestamp(6) on update current_timestamp(6),
  code varchar(40) default (uuid()),
  doc json,
  data varbinary(16),
  large longblob,
  mood enum ('HAPPY', 'it''s') default 'HAPPY',
  label varchar(20) collate utf8mb4_bin,
  total decimal(12, 2) generated always as (price * 2) stored,
  total2 decimal(12, 2) generated always as (price * 2) virtual,
  `Mixed Case` integer,
  primary key (id),
  constraint uk_email unique (email),
  constraint uk_nick unique (nick, age)
) comment 'who buys';
create table `Order Line` (
  order_id bigint not null,
  line smallint not null,
  customer_id bigint,
  parent_order bigint,
  parent_line smallint,
  primary key (line, order_id),
  constraint fk_customer foreign key (customer_id) references customer (id) on delete cascade on update restrict,
  constraint fk_parent foreign key (parent_line, parent_order) references `Order Line` (line, order_id) on delete set null
);
create index ix_plain on customer (nick, age);
create unique index ux_prefix on customer (body(20));
create unique index ux_lower on customer ((lower(email)));
create index ix_sorted on customer (age desc, born);
create view adults as select * from customer where age > 18
