package io.retort.diff.faithful.live;

import java.util.List;

/** Indexes that change. */
final class IndexMutations {

    private IndexMutations() {}

    static List<LiveMutation> all() {
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
                        .cannot("its indexes have one direction", "hsqldb")
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
                        .cannot("its indexes have one direction", "hsqldb")
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
                        .cannot("it has no partial indexes", "mysql", "mariadb", "h2")
                        .cannot("it has no partial indexes", "hsqldb")
                        .found("- index ix_item_name", "+ index ix_item_name"),
                LiveMutation.of(
                                "index with nulls elsewhere",
                                "drop index ix_item_name",
                                "create index ix_item_name on item (name nulls first)")
                        .mysql(
                                "drop index ix_item_name on item",
                                "create index ix_item_name on item (name nulls first)")
                        .h2("drop index ix_item_name", "create index ix_item_name on item (name nulls last)")
                        .cannot("it has one position for nulls", "mysql", "mariadb")
                        .cannot("it has one position for nulls", "hsqldb", "sqlite")
                        .found("- index ix_item_name", "+ index ix_item_name"),
                LiveMutation.of(
                                "index with another method",
                                "drop index ix_item_name",
                                "create index ix_item_name on item using hash (name)")
                        .mysql("drop index ix_item_name on item", "create index ix_item_name on item using hash (name)")
                        .cannot("it chooses the index method itself", "hsqldb", "sqlite", "mysql", "mariadb", "h2")
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
                        .cannot("it has no indexes on expressions", "hsqldb")
                        .on("sqlite", "drop index ix_item_name", "create index ix_item_name on item ((lower(name)))")
                        .found("- index ix_item_name", "+ index ix_item_name"),
                LiveMutation.of("index renamed", "alter index ix_item_name rename to ix_other")
                        .mysql("alter table item rename index ix_item_name to ix_other")
                        .on("sqlite", "drop index ix_item_name", "create index ix_other on item (name)")
                        .nothing("alter index ix_other rename to ix_item_name")
                        .nothingOn("sqlite", "drop index ix_other", "create index ix_item_name on item (name)")
                        .nothingOn("mysql", "alter table item rename index ix_other to ix_item_name")
                        .nothingOn("mariadb", "alter table item rename index ix_other to ix_item_name"));
    }
}
