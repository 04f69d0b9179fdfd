package io.retort.diff.faithful.live;

import java.util.List;

/** Tables and table comments that change. */
final class TableMutations {

    private TableMutations() {}

    static List<LiveMutation> all() {
        return List.of(
                LiveMutation.of("collection table dropped", "drop table item_tag")
                        .found("+ table item_tag"),
                LiveMutation.of("join table dropped", "drop table item_box").found("+ table item_box"),
                LiveMutation.of("table nobody knows", "create table stranger (id bigint)")
                        .nothing("drop table stranger"),
                LiveMutation.of("table comment dropped", "comment on table box is null")
                        .mysql("alter table box comment ''")
                        .on("hsqldb", "comment on table box is ''")
                        .cannot("SQLite does not store comments", "sqlite")
                        .found("~ table box"),
                LiveMutation.of("table comment changed", "comment on table box is 'other'")
                        .mysql("alter table box comment 'other'")
                        .cannot("SQLite does not store comments", "sqlite")
                        .found("~ table box"),
                LiveMutation.of("table comment added", "comment on table shelf is 'new'")
                        .mysql("alter table shelf comment 'new'")
                        .cannot("SQLite does not store comments", "sqlite")
                        .found("~ table shelf"));
    }
}
