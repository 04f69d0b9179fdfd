package io.retort.diff.faithful;

import java.util.List;
import java.util.stream.Stream;

/** The changes that are made to the live schema. */
final class LiveMutations {

    private LiveMutations() {}

    static List<LiveMutation> all() {
        return Stream.of(tables(), columns(), types(), keys(), indexes(), counters(), values())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LiveMutation> tables() {
        return List.of(
                LiveMutation.of("collection table dropped", "drop table item_tag")
                        .found("+ table item_tag"),
                LiveMutation.of("join table dropped", "drop table item_box").found("+ table item_box"),
                LiveMutation.of("table nobody knows", "create table stranger (id bigint)")
                        .nothing("drop table stranger"),
                LiveMutation.of("table comment dropped", "comment on table box is null")
                        .mysql("alter table box comment ''")
                        .found("~ table box"),
                LiveMutation.of("table comment changed", "comment on table box is 'other'")
                        .mysql("alter table box comment 'other'")
                        .found("~ table box"),
                LiveMutation.of("table comment added", "comment on table shelf is 'new'")
                        .mysql("alter table shelf comment 'new'")
                        .found("~ table shelf"));
    }

    private static List<LiveMutation> columns() {
        return List.of(
                LiveMutation.of("column dropped", "alter table item drop column note")
                        .found("+ column item.note varchar(100)"),
                LiveMutation.of("column nobody knows", "alter table item add column extra varchar(10)")
                        .found("- column item.extra varchar(10)"),
                LiveMutation.of(
                                "required column nobody knows",
                                "alter table item add column extra integer default 7 not null")
                        .found("- column item.extra integer not null default 7"),
                LiveMutation.of("column renamed", "alter table item rename column note to remark")
                        .h2("alter table item alter column note rename to remark")
                        .on("mariadb", "alter table item change note remark varchar(100)")
                        .found("- column item.remark", "+ column item.note"),
                LiveMutation.of("became nullable", "alter table item alter column name drop not null")
                        .mysql("alter table item modify name varchar(50)")
                        .h2("alter table item alter column name drop not null")
                        .found("~ column item.name varchar(50) -> varchar(50) not null"),
                LiveMutation.of("became required", "alter table item alter column note set not null")
                        .mysql("alter table item modify note varchar(100) not null")
                        .found("~ column item.note varchar(100) not null -> varchar(100)"),
                LiveMutation.of("default dropped", "alter table item alter column amount drop default")
                        .found("~ column item.amount integer not null -> integer not null default 1"),
                LiveMutation.of("default changed", "alter table item alter column amount set default 5")
                        .found("~ column item.amount integer not null default 5 -> integer not null default 1"),
                LiveMutation.of("text default changed", "alter table item alter column word set default 'some'")
                        .found("~ column item.word varchar(10) default 'some' -> varchar(10) default 'none'"),
                LiveMutation.of("default added", "alter table item alter column note set default 'x'")
                        .found("~ column item.note varchar(100) default 'x' -> varchar(100)"),
                LiveMutation.of(
                                "default of time added",
                                "alter table item alter column made_at set default current_timestamp")
                        .mysql("alter table item modify made_at datetime(6) default current_timestamp(6)")
                        .found("~ column item.made_at"),
                LiveMutation.of("comment dropped", "comment on column box.label is null")
                        .mysql("alter table box modify label varchar(30)")
                        .found("~ column box.label comment"),
                LiveMutation.of("comment changed", "comment on column box.label is 'other'")
                        .mysql("alter table box modify label varchar(30) comment 'other'")
                        .found("~ column box.label comment"),
                LiveMutation.of("comment added", "comment on column item.note is 'other'")
                        .mysql("alter table item modify note varchar(100) comment 'other'")
                        .found("~ column item.note comment"),
                LiveMutation.of(
                                "collation changed",
                                "alter table item alter column note type varchar(100) collate \"POSIX\"")
                        .mysql("alter table item modify note varchar(100) character set utf8mb4 collate utf8mb4_bin")
                        .cannot("it has one collation for the whole database", "h2")
                        .cannot(
                                "MariaDB refuses the mutation itself, taking the column for one of a foreign key; the mutation of the model covers it",
                                "mariadb")
                        .found("~ column item.note varchar(100) collate"),
                LiveMutation.of("counts no longer", "alter table box alter column id drop identity")
                        .mysql(
                                "alter table item drop foreign key fk_item_box",
                                "alter table item_box drop foreign key fk_ib")
                        .cannot("a column that a foreign key references cannot be changed alone", "mysql", "mariadb")
                        .found("~ column box.id"),
                LiveMutation.of(
                                "counts by now",
                                "alter table shelf alter column id add generated by default as identity")
                        .h2("alter table shelf alter column id set generated by default")
                        .cannot("a column that a foreign key references cannot be changed alone", "mysql", "mariadb")
                        .found("~ column shelf.id"),
                LiveMutation.of("computed otherwise")
                        .postgres(
                                "alter table tally drop column twice",
                                "alter table tally add column twice integer generated always as (amount * 3) stored")
                        .mysql("alter table tally modify twice integer generated always as (amount * 3) stored")
                        .h2(
                                "alter table tally drop column twice",
                                "alter table tally add column twice integer generated always as (amount * 3)")
                        .found("~ column tally.twice"),
                LiveMutation.of("computed no longer")
                        .postgres("alter table tally drop column twice", "alter table tally add column twice integer")
                        .mysql("alter table tally modify twice integer")
                        .h2("alter table tally drop column twice", "alter table tally add column twice integer")
                        .found("~ column tally.twice"),
                LiveMutation.of("computed when read", "alter table tally drop column twice")
                        .mysql(
                                "alter table tally drop column twice",
                                "alter table tally add column twice integer generated always as (amount * 2) virtual")
                        .cannot("it has no virtual columns, or Hibernate asks for them there", "postgresql", "h2")
                        .found("~ column tally.twice"));
    }

    private static List<LiveMutation> types() {
        return List.of(
                LiveMutation.of("longer text")
                        .postgres("alter table item alter column note type varchar(200)")
                        .mysql("alter table item modify note varchar(200)")
                        .h2("alter table item alter column note set data type varchar(200)")
                        .found("~ column item.note varchar(200) -> varchar(100)"),
                LiveMutation.of("shorter text")
                        .postgres("alter table item alter column note type varchar(40)")
                        .mysql("alter table item modify note varchar(40)")
                        .h2("alter table item alter column note set data type varchar(40)")
                        .found("~ column item.note varchar(40) -> varchar(100)"),
                LiveMutation.of("long text")
                        .postgres("alter table item alter column note type text")
                        .mysql("alter table item modify note longtext")
                        .h2("alter table item alter column note set data type clob")
                        .found("~ column item.note"),
                LiveMutation.of("letters")
                        .postgres("alter table item alter column note type char(100)")
                        .mysql("alter table item modify note char(100)")
                        .h2("alter table item alter column note set data type char(100)")
                        .found("~ column item.note"),
                LiveMutation.of("narrower integer")
                        .postgres("alter table item alter column weight type integer")
                        .mysql("alter table item modify weight integer")
                        .h2("alter table item alter column weight set data type integer")
                        .found("~ column item.weight integer -> bigint"),
                LiveMutation.of("much narrower integer")
                        .postgres("alter table item alter column weight type smallint")
                        .mysql("alter table item modify weight smallint")
                        .h2("alter table item alter column weight set data type smallint")
                        .found("~ column item.weight smallint -> bigint"),
                LiveMutation.of("integer became decimal")
                        .postgres("alter table item alter column weight type numeric(12, 3)")
                        .mysql("alter table item modify weight decimal(12, 3)")
                        .h2("alter table item alter column weight set data type numeric(12, 3)")
                        .found("~ column item.weight numeric(12, 3) -> bigint"),
                LiveMutation.of("other digits")
                        .postgres("alter table item alter column price type numeric(12, 2)")
                        .mysql("alter table item modify price decimal(12, 2)")
                        .h2("alter table item alter column price set data type numeric(12, 2)")
                        .found("~ column item.price numeric(12, 2) -> numeric(10, 2)"),
                LiveMutation.of("other scale")
                        .postgres("alter table item alter column price type numeric(10, 3)")
                        .mysql("alter table item modify price decimal(10, 3)")
                        .h2("alter table item alter column price set data type numeric(10, 3)")
                        .found("~ column item.price numeric(10, 3) -> numeric(10, 2)"),
                LiveMutation.of("single precision")
                        .postgres("alter table item alter column score type real")
                        .mysql("alter table item modify score float")
                        .h2("alter table item alter column score set data type real")
                        .found("~ column item.score"),
                LiveMutation.of("truth became a number")
                        .postgres("alter table item alter column flag type smallint using flag::integer")
                        .mysql("alter table item modify flag smallint")
                        .h2("alter table item alter column flag set data type smallint")
                        .found("~ column item.flag"),
                LiveMutation.of("date became a moment")
                        .postgres("alter table item alter column made_on type timestamp(6)")
                        .mysql("alter table item modify made_on datetime(6)")
                        .h2("alter table item alter column made_on set data type timestamp(6)")
                        .found("~ column item.made_on"),
                LiveMutation.of("other fraction of seconds")
                        .postgres("alter table item alter column made_at type timestamp(3)")
                        .mysql("alter table item modify made_at datetime(3)")
                        .h2("alter table item alter column made_at set data type timestamp(3)")
                        .found("~ column item.made_at"),
                LiveMutation.of("zone gained")
                        .postgres("alter table item alter column made_at type timestamp(6) with time zone")
                        .mysql("alter table item modify made_at ")
                        .h2("alter table item alter column made_at set data type timestamp(6) with time zone")
                        .cannot("a datetime has no zone", "mysql", "mariadb")
                        .found("~ column item.made_at"),
                LiveMutation.of("zone lost")
                        .postgres("alter table item alter column sold_at type timestamp(6)")
                        .mysql("alter table item modify sold_at ")
                        .h2("alter table item alter column sold_at set data type timestamp(6)")
                        .cannot("a datetime has no zone", "mysql", "mariadb")
                        .found("~ column item.sold_at"),
                LiveMutation.of("finer time")
                        .postgres("alter table item alter column day_time type time(3)")
                        .mysql("alter table item modify day_time time(3)")
                        .h2("alter table item alter column day_time set data type time(3)")
                        .found("~ column item.day_time"),
                LiveMutation.of("identifier became text")
                        .postgres("alter table item alter column uid type varchar(36)")
                        .mysql("alter table item modify uid varchar(36)")
                        .h2("alter table item alter column uid set data type varchar(36)")
                        .found("~ column item.uid"),
                LiveMutation.of("json became text")
                        .postgres("alter table item alter column data type text")
                        .mysql("alter table item modify data longtext")
                        .h2("alter table item alter column data set data type varchar(1000)")
                        .found("~ column item.data"),
                LiveMutation.of("longer bytes")
                        .postgres("alter table item alter column bytes type ")
                        .mysql("alter table item modify bytes varbinary(60)")
                        .h2("alter table item alter column bytes set data type varbinary(60)")
                        .cannot("bytea has no length", "postgresql")
                        .found("~ column item.bytes"));
    }

    private static List<LiveMutation> keys() {
        return List.of(
                LiveMutation.of(
                                "primary key of a collection dropped",
                                "alter table item_box drop constraint item_box_pkey")
                        .h2("alter table item_box drop primary key")
                        .cannot("a foreign key leans on it", "mysql", "mariadb")
                        .found("+ constraint on item_box: primary key"),
                LiveMutation.of(
                                "primary key on another column",
                                "alter table shelf drop constraint shelf_pkey cascade",
                                "alter table shelf add primary key (place)")
                        .mysql(
                                "alter table item drop foreign key fk_item_shelf",
                                "alter table item drop index fk_item_shelf",
                                "alter table shelf drop primary key",
                                "alter table shelf add primary key (place)")
                        .h2(
                                "alter table item drop constraint fk_item_shelf",
                                "alter table shelf drop primary key",
                                "alter table shelf add primary key (place)")
                        .found(
                                "- constraint on shelf: primary key (place)",
                                "+ constraint on shelf: primary key (id)",
                                "+ constraint on item: foreign key"),
                LiveMutation.of(
                                "primary key over more",
                                "alter table shelf drop constraint shelf_pkey cascade",
                                "alter table shelf add primary key (id, place)")
                        .mysql(
                                "alter table item drop foreign key fk_item_shelf",
                                "alter table item drop index fk_item_shelf",
                                "alter table shelf drop primary key",
                                "alter table shelf add primary key (id, place)")
                        .h2(
                                "alter table item drop constraint fk_item_shelf",
                                "alter table shelf drop primary key",
                                "alter table shelf add primary key (id, place)")
                        .found(
                                "- constraint on shelf: primary key (id, place)",
                                "+ constraint on shelf: primary key (id)",
                                "+ constraint on item: foreign key"),
                LiveMutation.of("unique dropped", "alter table item drop constraint uk_item_pair")
                        .mysql("alter table item drop index uk_item_pair")
                        .found("+ constraint on item: unique uk_item_pair"),
                LiveMutation.of("unique added", "alter table shelf add constraint uk_shelf unique (place)")
                        .found("- constraint on shelf: unique uk_shelf"),
                LiveMutation.of(
                                "unique over fewer",
                                "alter table item drop constraint uk_item_pair",
                                "alter table item add constraint uk_item_pair unique (name)")
                        .mysql(
                                "alter table item drop index uk_item_pair",
                                "alter table item add constraint uk_item_pair unique (name)")
                        .found(
                                "- constraint on item: unique uk_item_pair (name)",
                                "+ constraint on item: unique uk_item_pair"),
                LiveMutation.of(
                                "unique deferrable",
                                "alter table item drop constraint uk_item_pair",
                                "alter table item add constraint uk_item_pair unique (name, made_on) deferrable")
                        .cannot("it cannot defer", "mysql", "mariadb", "h2")
                        .found(
                                "- constraint on item: unique uk_item_pair",
                                "+ constraint on item: unique uk_item_pair"),
                LiveMutation.of(
                                "unique with equal nulls",
                                "alter table item drop constraint uk_item_pair",
                                "alter table item add constraint uk_item_pair unique nulls not distinct (name, made_on)")
                        .cannot("its nulls are never equal", "mysql", "mariadb")
                        .cannot(
                                "not compared: Hibernate cannot ask for it, and H2 spells it in a compatibility mode only",
                                "h2")
                        .found(
                                "- constraint on item: unique uk_item_pair",
                                "+ constraint on item: unique uk_item_pair"),
                LiveMutation.of("unique renamed", "alter table item rename constraint uk_item_pair to uk_other")
                        .mysql("alter table item rename index uk_item_pair to uk_other")
                        .h2("alter table item rename constraint uk_item_pair to uk_other")
                        .nothing("alter table item rename constraint uk_other to uk_item_pair")
                        .nothingOn("mysql", "alter table item rename index uk_other to uk_item_pair")
                        .nothingOn("mariadb", "alter table item rename index uk_other to uk_item_pair"),
                LiveMutation.of("check dropped", "alter table item drop constraint ck_item_amount")
                        .cannot("8.0.15 parses checks and forgets them", "mysql")
                        .found("+ constraint on item: check ck_item_amount"),
                LiveMutation.of(
                                "check changed",
                                "alter table item drop constraint ck_item_amount",
                                "alter table item add constraint ck_item_amount check (amount >= 1)")
                        .cannot("8.0.15 parses checks and forgets them", "mysql")
                        .found(
                                "- constraint on item: check ck_item_amount",
                                "+ constraint on item: check ck_item_amount"),
                LiveMutation.of("check added", "alter table shelf add constraint ck_shelf check (id > 0)")
                        .cannot("8.0.15 parses checks and forgets them", "mysql")
                        .found("- constraint on shelf: check ck_shelf"),
                LiveMutation.of("reference dropped", "alter table item drop constraint fk_item_shelf")
                        .mysql(
                                "alter table item drop foreign key fk_item_shelf",
                                "alter table item drop index fk_item_shelf")
                        .found("+ constraint on item: foreign key fk_item_shelf"),
                LiveMutation.of(
                                "reference added",
                                "alter table item_tag add constraint fk_extra foreign key (item_id) references shelf (id)")
                        .found("- constraint on item_tag: foreign key fk_extra"),
                LiveMutation.of(
                                "reference deletes with",
                                "alter table item drop constraint fk_item_shelf",
                                "alter table item add constraint fk_item_shelf foreign key (shelf_id) references shelf (id) on delete cascade")
                        .mysql(
                                "alter table item drop foreign key fk_item_shelf",
                                "alter table item add constraint fk_item_shelf foreign key (shelf_id) references shelf (id) on delete cascade")
                        .found(
                                "- constraint on item: foreign key fk_item_shelf",
                                "+ constraint on item: foreign key fk_item_shelf"),
                LiveMutation.of(
                                "reference deletes no longer",
                                "alter table item drop constraint fk_item_box",
                                "alter table item add constraint fk_item_box foreign key (box_id) references box (id)")
                        .mysql(
                                "alter table item drop foreign key fk_item_box",
                                "alter table item add constraint fk_item_box foreign key (box_id) references box (id)")
                        .found(
                                "- constraint on item: foreign key fk_item_box",
                                "+ constraint on item: foreign key fk_item_box"),
                LiveMutation.of(
                                "reference updates with",
                                "alter table item drop constraint fk_item_shelf",
                                "alter table item add constraint fk_item_shelf foreign key (shelf_id) references shelf (id) on update cascade")
                        .mysql(
                                "alter table item drop foreign key fk_item_shelf",
                                "alter table item add constraint fk_item_shelf foreign key (shelf_id) references shelf (id) on update cascade")
                        .found(
                                "- constraint on item: foreign key fk_item_shelf",
                                "+ constraint on item: foreign key fk_item_shelf"),
                LiveMutation.of(
                                "reference to another table",
                                "alter table item drop constraint fk_item_shelf",
                                "alter table item add constraint fk_item_shelf foreign key (shelf_id) references box (id)")
                        .mysql(
                                "alter table item drop foreign key fk_item_shelf",
                                "alter table item add constraint fk_item_shelf foreign key (shelf_id) references box (id)")
                        .found(
                                "- constraint on item: foreign key fk_item_shelf",
                                "+ constraint on item: foreign key fk_item_shelf"),
                LiveMutation.of(
                                "reference deferrable",
                                "alter table item drop constraint fk_item_shelf",
                                "alter table item add constraint fk_item_shelf foreign key (shelf_id) references shelf (id) deferrable initially deferred")
                        .cannot("it cannot defer", "mysql", "mariadb", "h2")
                        .found(
                                "- constraint on item: foreign key fk_item_shelf",
                                "+ constraint on item: foreign key fk_item_shelf"),
                LiveMutation.of("reference renamed", "alter table item rename constraint fk_item_shelf to fk_other")
                        .mysql(
                                "alter table item drop foreign key fk_item_shelf",
                                "alter table item add constraint fk_other foreign key (shelf_id) references shelf (id)")
                        .h2("alter table item rename constraint fk_item_shelf to fk_other")
                        .nothing("alter table item rename constraint fk_other to fk_item_shelf")
                        .nothingOn(
                                "mysql",
                                "alter table item drop foreign key fk_other",
                                "alter table item add constraint fk_item_shelf foreign key (shelf_id) references shelf (id)")
                        .nothingOn(
                                "mariadb",
                                "alter table item drop foreign key fk_other",
                                "alter table item add constraint fk_item_shelf foreign key (shelf_id) references shelf (id)"));
    }

    private static List<LiveMutation> indexes() {
        return List.of(
                LiveMutation.of("index dropped", "drop index ix_item_name")
                        .mysql("drop index ix_item_name on item")
                        .found("+ index ix_item_name"),
                LiveMutation.of("index added", "create index ix_extra on item (note)")
                        .mysql("create index ix_extra on item (note)")
                        .found("- index ix_extra"),
                LiveMutation.of(
                                "index over more",
                                "drop index ix_item_name",
                                "create index ix_item_name on item (name, note)")
                        .mysql("drop index ix_item_name on item", "create index ix_item_name on item (name, note)")
                        .found("- index ix_item_name", "+ index ix_item_name"),
                LiveMutation.of(
                                "index on another column",
                                "drop index ix_item_name",
                                "create index ix_item_name on item (note)")
                        .mysql("drop index ix_item_name on item", "create index ix_item_name on item (note)")
                        .found("- index ix_item_name", "+ index ix_item_name"),
                LiveMutation.of(
                                "index backwards",
                                "drop index ix_item_name",
                                "create index ix_item_name on item (name desc)")
                        .mysql("drop index ix_item_name on item", "create index ix_item_name on item (name desc)")
                        .found("- index ix_item_name", "+ index ix_item_name"),
                LiveMutation.of(
                                "index in another order",
                                "drop index ix_item_two",
                                "create index ix_item_two on item (amount desc, price)")
                        .mysql(
                                "drop index ix_item_two on item",
                                "create index ix_item_two on item (amount desc, price)")
                        .found("- index ix_item_two", "+ index ix_item_two"),
                LiveMutation.of(
                                "index backwards no longer",
                                "drop index ix_item_two",
                                "create index ix_item_two on item (price, amount)")
                        .mysql("drop index ix_item_two on item", "create index ix_item_two on item (price, amount)")
                        .found("- index ix_item_two", "+ index ix_item_two"),
                LiveMutation.of(
                                "index unique",
                                "drop index ix_item_name",
                                "create unique index ix_item_name on item (name)")
                        .mysql("drop index ix_item_name on item", "create unique index ix_item_name on item (name)")
                        .found("- unique index ix_item_name", "+ index ix_item_name")
                        .foundOn("mysql", "- constraint on item: unique ix_item_name", "+ index ix_item_name")
                        .foundOn("mariadb", "- constraint on item: unique ix_item_name", "+ index ix_item_name"),
                LiveMutation.of(
                                "index of some rows",
                                "drop index ix_item_name",
                                "create index ix_item_name on item (name) where amount > 0")
                        .mysql(
                                "drop index ix_item_name on item",
                                "create index ix_item_name on item (name) where amount > 0")
                        .cannot("it has no indexes on some of the rows", "mysql", "mariadb", "h2")
                        .found("- index ix_item_name", "+ index ix_item_name"),
                LiveMutation.of(
                                "index with nulls elsewhere",
                                "drop index ix_item_name",
                                "create index ix_item_name on item (name nulls first)")
                        .mysql(
                                "drop index ix_item_name on item",
                                "create index ix_item_name on item (name nulls first)")
                        .h2("drop index ix_item_name", "create index ix_item_name on item (name nulls last)")
                        .cannot("it has one place for nulls", "mysql", "mariadb")
                        .found("- index ix_item_name", "+ index ix_item_name"),
                LiveMutation.of(
                                "index with another method",
                                "drop index ix_item_name",
                                "create index ix_item_name on item using hash (name)")
                        .mysql("drop index ix_item_name on item", "create index ix_item_name on item using hash (name)")
                        .cannot("InnoDB and H2 choose the method", "mysql", "mariadb", "h2")
                        .found("- index ix_item_name", "+ index ix_item_name"),
                LiveMutation.of(
                                "index on an expression",
                                "drop index ix_item_name",
                                "create index ix_item_name on item (lower(name))")
                        .mysql("drop index ix_item_name on item", "create index ix_item_name on item (lower(name))")
                        .on(
                                "mysql",
                                "drop index ix_item_name on item",
                                "create index ix_item_name on item ((lower(name)))")
                        .cannot("it has no indexes on expressions", "mariadb", "h2")
                        .found("- index ix_item_name", "+ index ix_item_name"),
                LiveMutation.of("index renamed", "alter index ix_item_name rename to ix_other")
                        .mysql("alter table item rename index ix_item_name to ix_other")
                        .nothing("alter index ix_other rename to ix_item_name")
                        .nothingOn("mysql", "alter table item rename index ix_other to ix_item_name")
                        .nothingOn("mariadb", "alter table item rename index ix_other to ix_item_name"));
    }

    private static List<LiveMutation> counters() {
        return List.of(
                LiveMutation.of("sequence dropped", "drop sequence numbers")
                        .cannot("it has no sequences", "mysql")
                        .found("+ sequence numbers"),
                LiveMutation.of("sequence nobody knows", "create sequence stranger")
                        .cannot("it has no sequences", "mysql")
                        .nothing("drop sequence stranger"),
                LiveMutation.of("other steps", "alter sequence numbers increment by 7")
                        .cannot("it has no sequences", "mysql")
                        .found("~ sequence numbers"),
                LiveMutation.of("other start", "alter sequence numbers start with 77")
                        .on("mariadb", "alter sequence numbers start 77")
                        .cannot("it has no sequences", "mysql")
                        .cannot("H2 has no start without a restart; it is compared where it has moved", "h2")
                        .found("~ sequence numbers"),
                LiveMutation.of("an end", "alter sequence numbers maxvalue 1000000")
                        .on("mariadb", "alter sequence numbers maxvalue = 1000000")
                        .cannot("it has no sequences", "mysql")
                        .found("~ sequence numbers"),
                LiveMutation.of("begins again", "alter sequence numbers cycle")
                        .cannot("it has no sequences", "mysql")
                        .found("~ sequence numbers"),
                LiveMutation.of("takes more at once", "alter sequence numbers cache 20")
                        .on("mariadb", "alter sequence numbers cache = 20")
                        .cannot("it has no sequences", "mysql")
                        .found("~ sequence numbers"));
    }

    private static List<LiveMutation> values() {
        return List.of(
                LiveMutation.of(
                                "constant nobody knows",
                                "alter table item drop constraint item_state_check",
                                "alter table item add constraint item_state_check check (state in ('FRESH', 'SOLD', 'LOST'))")
                        .mysql("alter table item modify state enum ('FRESH', 'SOLD', 'LOST')")
                        .h2("alter table item alter column state set data type enum ('FRESH', 'SOLD', 'LOST')")
                        .found("- constraint on item: check", "+ constraint on item: check")
                        .foundOn("mysql", "~ column item.state")
                        .foundOn("mariadb", "~ column item.state")
                        .foundOn("h2", "~ column item.state"),
                LiveMutation.of(
                                "constant missing",
                                "alter table item drop constraint item_state_check",
                                "alter table item add constraint item_state_check check (state in ('FRESH'))")
                        .mysql("alter table item modify state enum ('FRESH')")
                        .h2("alter table item alter column state set data type enum ('FRESH')")
                        .found("- constraint on item: check", "+ constraint on item: check")
                        .foundOn("mysql", "~ column item.state")
                        .foundOn("mariadb", "~ column item.state")
                        .foundOn("h2", "~ column item.state"),
                LiveMutation.of("constants not checked", "alter table item drop constraint item_state_check")
                        .mysql("alter table item modify state varchar(255)")
                        .h2("alter table item alter column state set data type varchar(255)")
                        .found("+ constraint on item: check")
                        .foundOn("mysql", "~ column item.state")
                        .foundOn("mariadb", "~ column item.state")
                        .foundOn("h2", "~ column item.state"),
                LiveMutation.of("label nobody knows", "alter type mood add value 'AWFUL'")
                        .mysql("alter table person modify mood enum ('AWFUL', 'BAD', 'GOOD')")
                        .h2("alter table person alter column mood set data type enum ('AWFUL', 'BAD', 'GOOD')")
                        .found("~ type mood")
                        .foundOn("mysql", "~ column person.mood")
                        .foundOn("mariadb", "~ column person.mood")
                        .foundOn("h2", "~ column person.mood"),
                LiveMutation.of("label between", "alter type mood add value 'AWFUL' before 'BAD'")
                        .mysql("alter table person modify mood enum ('BAD', 'AWFUL', 'GOOD')")
                        .h2("alter table person alter column mood set data type enum ('BAD', 'AWFUL', 'GOOD')")
                        .found("~ type mood")
                        .foundOn("mysql", "~ column person.mood")
                        .foundOn("mariadb", "~ column person.mood")
                        .foundOn("h2", "~ column person.mood"),
                LiveMutation.of("label under another name", "alter type mood rename value 'BAD' to 'POOR'")
                        .mysql("alter table person modify mood enum ('POOR', 'GOOD')")
                        .h2("alter table person alter column mood set data type enum ('POOR', 'GOOD')")
                        .found("~ type mood")
                        .foundOn("mysql", "~ column person.mood")
                        .foundOn("mariadb", "~ column person.mood")
                        .foundOn("h2", "~ column person.mood"),
                LiveMutation.of(
                                "labels in another order",
                                "alter type mood rename value 'BAD' to 'X'",
                                "alter type mood rename value 'GOOD' to 'BAD'",
                                "alter type mood rename value 'X' to 'GOOD'")
                        .mysql("alter table person modify mood enum ('GOOD', 'BAD')")
                        .h2("alter table person alter column mood set data type enum ('GOOD', 'BAD')")
                        .found("~ type mood")
                        .foundOn("mysql", "~ column person.mood")
                        .foundOn("mariadb", "~ column person.mood")
                        .foundOn("h2", "~ column person.mood"));
    }
}
