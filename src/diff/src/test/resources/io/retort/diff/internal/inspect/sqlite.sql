create table customer (
  id integer primary key autoincrement,
  email varchar(255) not null,
  nick TEXT,
  initials char(2) default 'xx',
  notes clob default 'it''s',
  active boolean default true not null,
  tiny tinyint,
  age INT default 18,
  debt integer default -1,
  rank double precision,
  weight real,
  price NUMERIC( 38 , 2 ) default 1.50,
  amount numeric,
  born date,
  wake time(0),
  created timestamp default current_timestamp,
  later timestamp default (datetime('now', '+1 day')),
  doc json,
  big blob,
  untyped,
  code varchar(20) collate nocase unique,
  total numeric(12, 2) generated always as (price * 2) stored,
  seen as (age + 1), -- virtual, (and a comment
  "Mixed Case" integer,
  "order" integer check ("order" > 0),
  [brackets] integer,
  manager_id integer references customer on delete set null deferrable initially deferred,
  constraint uk_email unique (email),
  constraint ck_age check (age >= 18 and nick in ('a', ',)')),
  check (tiny > 0) /* and (an
    other */
);
create table "Order Line" (
  order_id bigint not null,
  line smallint not null,
  customer_id bigint,
  parent_order bigint,
  parent_line smallint,
  primary key (line, order_id),
  constraint fk_customer foreign key (customer_id) references customer (id) on delete cascade on update restrict,
  foreign key (parent_line, parent_order) references "Order Line"
);
create table exact (word text not null, weight integer, primary key (word)) STRICT, WITHOUT ROWID;
create table by_word (id integer primary key, word text) without rowid;
create table counted (id integer, name varchar(20), primary key (id));
create table plain (id integer not null, name varchar(20), primary key (id));
alter table plain add column added varchar(10) default 'x' not null;
alter table counted rename to renamed;
alter table renamed rename column name to title;
create index ix_plain on customer (nick, age);
create unique index ux_age on customer (age);
create index ix_sorted on customer (age desc, lower(nick));
create index ix_part on customer (born) where active and (age > 1);
create view adults as select * from customer where age > 18;
create trigger idle after insert on customer begin select 1; end
