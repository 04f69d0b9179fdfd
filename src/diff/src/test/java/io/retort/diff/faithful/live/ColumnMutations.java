package io.retort.diff.faithful.live;

import java.util.List;

/** Columns that are added, dropped, or changed apart from their type. */
final class ColumnMutations {

    private ColumnMutations() {}

    static List<LiveMutation> all() {
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
                        .sqlite("item", "name varchar\\(50\\) not null", "name varchar(50)")
                        .found("~ column item.name varchar(50) -> varchar(50) not null"),
                LiveMutation.of("became required", "alter table item alter column note set not null")
                        .mysql("alter table item modify note varchar(100) not null")
                        .sqlite("item", "note varchar\\(100\\)", "note varchar(100) not null")
                        .found("~ column item.note varchar(100) not null -> varchar(100)"),
                LiveMutation.of("default dropped", "alter table item alter column amount drop default")
                        .sqlite("item", " default 1", "")
                        .found("~ column item.amount integer not null -> integer not null default 1"),
                LiveMutation.of("default changed", "alter table item alter column amount set default 5")
                        .sqlite("item", "default 1", "default 5")
                        .found("~ column item.amount integer not null default 5 -> integer not null default 1"),
                LiveMutation.of("text default changed", "alter table item alter column word set default 'some'")
                        .sqlite("item", "default 'none'", "default 'some'")
                        .found("~ column item.word varchar(10) default 'some' -> varchar(10) default 'none'"),
                LiveMutation.of("default added", "alter table item alter column note set default 'x'")
                        .sqlite("item", "note varchar\\(100\\)", "note varchar(100) default 'x'")
                        .found("~ column item.note varchar(100) default 'x' -> varchar(100)"),
                LiveMutation.of(
                                "default of time added",
                                "alter table item alter column made_at set default current_timestamp")
                        .mysql("alter table item modify made_at datetime(6) default current_timestamp(6)")
                        .on("hsqldb", "alter table item alter column made_at set default localtimestamp")
                        .sqlite("item", "made_at timestamp", "made_at timestamp default current_timestamp")
                        .found("~ column item.made_at"),
                LiveMutation.of("comment dropped", "comment on column box.label is null")
                        .mysql("alter table box modify label varchar(30)")
                        .on("hsqldb", "comment on column box.label is ''")
                        .cannot("SQLite does not store comments", "sqlite")
                        .found("~ column box.label comment"),
                LiveMutation.of("comment changed", "comment on column box.label is 'other'")
                        .mysql("alter table box modify label varchar(30) comment 'other'")
                        .cannot("SQLite does not store comments", "sqlite")
                        .found("~ column box.label comment"),
                LiveMutation.of("comment added", "comment on column item.note is 'other'")
                        .mysql("alter table item modify note varchar(100) comment 'other'")
                        .cannot("SQLite does not store comments", "sqlite")
                        .found("~ column item.note comment"),
                LiveMutation.of(
                                "collation changed",
                                "alter table item alter column note type varchar(100) collate \"POSIX\"")
                        .mysql("alter table item modify note varchar(100) character set utf8mb4 collate utf8mb4_bin")
                        .cannot("it has one collation for the whole database", "h2")
                        .cannot(
                                "MariaDB mistakes the column for one of a foreign key and refuses the mutation; the mutation of the model covers it",
                                "mariadb")
                        .sqlite("item", "note varchar\\(100\\)", "note varchar(100) collate nocase")
                        .on(
                                "hsqldb",
                                "alter table item alter column note set data type varchar(100) collate \"German\"")
                        .found("~ column item.note varchar(100) collate"),
                LiveMutation.of("counts no longer", "alter table box alter column id drop identity")
                        .mysql(
                                "alter table item drop foreign key fk_item_box",
                                "alter table item_box drop foreign key fk_ib")
                        .cannot("a column that a foreign key references cannot be changed alone", "mysql", "mariadb")
                        .sqlite("box", "id integer", "id bigint")
                        .found("~ column box.id"),
                LiveMutation.of(
                                "counts by now",
                                "alter table shelf alter column id add generated by default as identity")
                        .h2("alter table shelf alter column id set generated by default")
                        .cannot("a column that a foreign key references cannot be changed alone", "mysql", "mariadb")
                        .on(
                                "hsqldb",
                                "alter table shelf alter column id set generated by default as identity (start with 1)")
                        .sqlite("shelf", "id bigint", "id integer")
                        .found("~ column shelf.id"),
                LiveMutation.of("computed otherwise")
                        .postgres(
                                "alter table tally drop column twice",
                                "alter table tally add column twice integer generated always as (amount * 3) stored")
                        .mysql("alter table tally modify twice integer generated always as (amount * 3) stored")
                        .h2(
                                "alter table tally drop column twice",
                                "alter table tally add column twice integer generated always as (amount * 3)")
                        .sqlite("tally", "amount \\* 2", "amount * 3")
                        .cannot("Hibernate writes stored, which HSQLDB does not support", "hsqldb")
                        .found("~ column tally.twice"),
                LiveMutation.of("computed no longer")
                        .postgres("alter table tally drop column twice", "alter table tally add column twice integer")
                        .mysql("alter table tally modify twice integer")
                        .h2("alter table tally drop column twice", "alter table tally add column twice integer")
                        .sqlite("tally", "twice integer generated always as \\(amount \\* 2\\) stored", "twice integer")
                        .cannot("Hibernate writes stored, which HSQLDB does not support", "hsqldb")
                        .found("~ column tally.twice"),
                LiveMutation.of("computed when read", "alter table tally drop column twice")
                        .mysql(
                                "alter table tally drop column twice",
                                "alter table tally add column twice integer generated always as (amount * 2) virtual")
                        .cannot(
                                "it has no virtual generated columns, or Hibernate creates them there",
                                "postgresql",
                                "h2")
                        .sqlite("tally", "stored", "virtual")
                        .cannot("Hibernate writes stored, which HSQLDB does not support", "hsqldb")
                        .found("~ column tally.twice"));
    }
}
