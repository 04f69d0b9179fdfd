package io.retort.diff.faithful.live;

import java.util.List;

/** Columns whose type changes. */
final class TypeMutations {

    private TypeMutations() {}

    static List<LiveMutation> all() {
        return List.of(
                LiveMutation.of("longer text")
                        .postgres("alter table item alter column note type varchar(200)")
                        .mysql("alter table item modify note varchar(200)")
                        .h2("alter table item alter column note set data type varchar(200)")
                        .sqlite("item", "note varchar\\(100\\)", "note varchar(200)")
                        .found("~ column item.note varchar(200) -> varchar(100)"),
                LiveMutation.of("shorter text")
                        .postgres("alter table item alter column note type varchar(40)")
                        .mysql("alter table item modify note varchar(40)")
                        .h2("alter table item alter column note set data type varchar(40)")
                        .sqlite("item", "note varchar\\(100\\)", "note varchar(40)")
                        .found("~ column item.note varchar(40) -> varchar(100)"),
                LiveMutation.of("long text")
                        .postgres("alter table item alter column note type text")
                        .mysql("alter table item modify note longtext")
                        .h2("alter table item alter column note set data type clob")
                        .sqlite("item", "note varchar\\(100\\)", "note clob")
                        .found("~ column item.note"),
                LiveMutation.of("letters")
                        .postgres("alter table item alter column note type char(100)")
                        .mysql("alter table item modify note char(100)")
                        .h2("alter table item alter column note set data type char(100)")
                        .sqlite("item", "note varchar\\(100\\)", "note char(100)")
                        .found("~ column item.note"),
                LiveMutation.of("narrower integer")
                        .postgres("alter table item alter column weight type integer")
                        .mysql("alter table item modify weight integer")
                        .h2("alter table item alter column weight set data type integer")
                        .sqlite("item", "weight bigint", "weight integer")
                        .found("~ column item.weight integer -> bigint"),
                LiveMutation.of("much narrower integer")
                        .postgres("alter table item alter column weight type smallint")
                        .mysql("alter table item modify weight smallint")
                        .h2("alter table item alter column weight set data type smallint")
                        .sqlite("item", "weight bigint", "weight smallint")
                        .found("~ column item.weight smallint -> bigint"),
                LiveMutation.of("integer became decimal")
                        .postgres("alter table item alter column weight type numeric(12, 3)")
                        .mysql("alter table item modify weight decimal(12, 3)")
                        .h2("alter table item alter column weight set data type numeric(12, 3)")
                        .sqlite("item", "weight bigint", "weight numeric(12,3)")
                        .found("~ column item.weight numeric(12, 3) -> bigint"),
                LiveMutation.of("other digits")
                        .postgres("alter table item alter column price type numeric(12, 2)")
                        .mysql("alter table item modify price decimal(12, 2)")
                        .h2("alter table item alter column price set data type numeric(12, 2)")
                        .sqlite("item", "price numeric\\(10, ?2\\)", "price numeric(12,2)")
                        .found("~ column item.price numeric(12, 2) -> numeric(10, 2)"),
                LiveMutation.of("other scale")
                        .postgres("alter table item alter column price type numeric(10, 3)")
                        .mysql("alter table item modify price decimal(10, 3)")
                        .h2("alter table item alter column price set data type numeric(10, 3)")
                        .sqlite("item", "price numeric\\(10, ?2\\)", "price numeric(10,3)")
                        .found("~ column item.price numeric(10, 3) -> numeric(10, 2)"),
                LiveMutation.of("single precision")
                        .postgres("alter table item alter column score type real")
                        .mysql("alter table item modify score float")
                        .h2("alter table item alter column score set data type real")
                        .cannot("both are the same type there", "hsqldb", "sqlite")
                        .found("~ column item.score"),
                LiveMutation.of("truth became a number")
                        .postgres("alter table item alter column flag type smallint using flag::integer")
                        .mysql("alter table item modify flag smallint")
                        .h2("alter table item alter column flag set data type smallint")
                        .on("hsqldb", "alter table item drop column flag", "alter table item add column flag smallint")
                        .sqlite("item", "flag boolean", "flag smallint")
                        .found("~ column item.flag"),
                LiveMutation.of("date became a moment")
                        .postgres("alter table item alter column made_on type timestamp(6)")
                        .mysql("alter table item modify made_on datetime(6)")
                        .h2("alter table item alter column made_on set data type timestamp(6)")
                        .sqlite("item", "made_on date", "made_on timestamp")
                        .found("~ column item.made_on"),
                LiveMutation.of("other fraction of seconds")
                        .postgres("alter table item alter column made_at type timestamp(3)")
                        .mysql("alter table item modify made_at datetime(3)")
                        .h2("alter table item alter column made_at set data type timestamp(3)")
                        .sqlite("item", "made_at timestamp", "made_at timestamp(3)")
                        .found("~ column item.made_at"),
                LiveMutation.of("zone gained")
                        .postgres("alter table item alter column made_at type timestamp(6) with time zone")
                        .mysql("alter table item modify made_at ")
                        .h2("alter table item alter column made_at set data type timestamp(6) with time zone")
                        .cannot("a datetime has no time zone", "mysql", "mariadb")
                        .sqlite("item", "made_at timestamp", "made_at timestamp with time zone")
                        .found("~ column item.made_at"),
                LiveMutation.of("zone lost")
                        .postgres("alter table item alter column sold_at type timestamp(6)")
                        .mysql("alter table item modify sold_at ")
                        .h2("alter table item alter column sold_at set data type timestamp(6)")
                        .cannot("a datetime has no time zone", "mysql", "mariadb")
                        .cannot("Hibernate gives a timestamp no time zone there", "hsqldb", "sqlite")
                        .found("~ column item.sold_at"),
                LiveMutation.of("finer time")
                        .postgres("alter table item alter column day_time type time(3)")
                        .mysql("alter table item modify day_time time(3)")
                        .h2("alter table item alter column day_time set data type time(3)")
                        .sqlite("item", "day_time time(\\(0\\))?", "day_time time(3)")
                        .found("~ column item.day_time"),
                LiveMutation.of("identifier became text")
                        .postgres("alter table item alter column uid type varchar(36)")
                        .mysql("alter table item modify uid varchar(36)")
                        .h2("alter table item alter column uid set data type varchar(36)")
                        .sqlite("item", "uid blob", "uid varchar(36)")
                        .on("hsqldb", "alter table item drop column uid", "alter table item add column uid varchar(36)")
                        .found("~ column item.uid"),
                LiveMutation.of("json became text")
                        .postgres("alter table item alter column data type text")
                        .mysql("alter table item modify data longtext")
                        .h2("alter table item alter column data set data type varchar(1000)")
                        .sqlite("item", "data clob", "data varchar(1000)")
                        .on(
                                "hsqldb",
                                "alter table item drop column data",
                                "alter table item add column data varchar(1000)")
                        .found("~ column item.data"),
                LiveMutation.of("longer bytes")
                        .postgres("alter table item alter column bytes type ")
                        .mysql("alter table item modify bytes varbinary(60)")
                        .h2("alter table item alter column bytes set data type varbinary(60)")
                        .cannot("bytea has no length", "postgresql")
                        .cannot("a blob has no length", "sqlite")
                        .found("~ column item.bytes"));
    }
}
