package io.retort.diff.faithful.live;

import java.util.List;

/** Keys, unique constraints, check constraints and foreign keys that change. */
final class KeyMutations {

    private KeyMutations() {}

    static List<LiveMutation> all() {
        return List.of(
                LiveMutation.of(
                                "primary key of a collection dropped",
                                "alter table item_box drop constraint item_box_pkey")
                        .h2("alter table item_box drop primary key")
                        .cannot("a foreign key depends on it", "mysql", "mariadb")
                        .sqlite("item_box", ",\\s*primary key \\([^)]*\\)", "")
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
                        .sqlite("shelf", "primary key \\(id\\)", "primary key (place)")
                        .found(
                                "- constraint on shelf: primary key (place)",
                                "+ constraint on shelf: primary key (id)",
                                "+ constraint on item: foreign key")
                        .foundOn(
                                "sqlite",
                                "- constraint on shelf: primary key (place)",
                                "+ constraint on shelf: primary key (id)"),
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
                        .sqlite("shelf", "primary key \\(id\\)", "primary key (id, place)")
                        .found(
                                "- constraint on shelf: primary key (id, place)",
                                "+ constraint on shelf: primary key (id)",
                                "+ constraint on item: foreign key")
                        .foundOn(
                                "sqlite",
                                "- constraint on shelf: primary key (id, place)",
                                "+ constraint on shelf: primary key (id)"),
                LiveMutation.of("unique dropped", "alter table item drop constraint uk_item_pair")
                        .mysql("alter table item drop index uk_item_pair")
                        .sqlite("item", ",\\s*(constraint \\S+ )?unique \\(code\\)", "")
                        .found("+ constraint on item: unique uk_item_pair")
                        .foundOn("sqlite", "+ constraint on item: unique"),
                LiveMutation.of("unique added", "alter table shelf add constraint uk_shelf unique (place)")
                        .sqlite("shelf", "primary key \\(id\\)", "primary key (id), constraint uk_shelf unique (place)")
                        .found("- constraint on shelf: unique uk_shelf"),
                LiveMutation.of(
                                "unique over fewer",
                                "alter table item drop constraint uk_item_pair",
                                "alter table item add constraint uk_item_pair unique (name)")
                        .mysql(
                                "alter table item drop index uk_item_pair",
                                "alter table item add constraint uk_item_pair unique (name)")
                        .cannot(
                                "Hibernate creates no unique constraints over several columns there, so they are not compared",
                                "sqlite")
                        .found(
                                "- constraint on item: unique uk_item_pair (name)",
                                "+ constraint on item: unique uk_item_pair"),
                LiveMutation.of(
                                "unique deferrable",
                                "alter table item drop constraint uk_item_pair",
                                "alter table item add constraint uk_item_pair unique (name, made_on) deferrable")
                        .cannot("it cannot defer constraints", "mysql", "mariadb", "h2")
                        .cannot("it cannot defer constraints", "hsqldb", "sqlite")
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
                        .cannot("whether nulls are equal is a setting of the whole database", "hsqldb")
                        .cannot("its nulls are never equal", "sqlite")
                        .found(
                                "- constraint on item: unique uk_item_pair",
                                "+ constraint on item: unique uk_item_pair"),
                LiveMutation.of("unique renamed", "alter table item rename constraint uk_item_pair to uk_other")
                        .mysql("alter table item rename index uk_item_pair to uk_other")
                        .h2("alter table item rename constraint uk_item_pair to uk_other")
                        .on("hsqldb", "alter constraint uk_item_pair rename to uk_other")
                        .sqlite("item", "(constraint \\S+ )?unique \\(code\\)", "constraint uk_other unique (code)")
                        .nothing("alter table item rename constraint uk_other to uk_item_pair")
                        .nothingOn("hsqldb", "alter constraint uk_other rename to uk_item_pair")
                        .nothingOnSqlite("item", "constraint uk_other unique", "unique")
                        .nothingOn("mysql", "alter table item rename index uk_other to uk_item_pair")
                        .nothingOn("mariadb", "alter table item rename index uk_other to uk_item_pair"),
                LiveMutation.of("check dropped", "alter table item drop constraint ck_item_amount")
                        .cannot("8.0.15 parses check constraints and ignores them", "mysql")
                        .sqlite("item", ",\\s*(constraint \\S+ )?check \\(amount >= 0\\)", "")
                        .found("+ constraint on item: check ck_item_amount"),
                LiveMutation.of(
                                "check changed",
                                "alter table item drop constraint ck_item_amount",
                                "alter table item add constraint ck_item_amount check (amount >= 1)")
                        .cannot("8.0.15 parses check constraints and ignores them", "mysql")
                        .sqlite("item", "amount >= 0", "amount >= 1")
                        .found(
                                "- constraint on item: check ck_item_amount",
                                "+ constraint on item: check ck_item_amount"),
                LiveMutation.of("check added", "alter table shelf add constraint ck_shelf check (id > 0)")
                        .cannot("8.0.15 parses check constraints and ignores them", "mysql")
                        .sqlite("shelf", "primary key", "constraint ck_shelf check (id > 0), primary key")
                        .found("- constraint on shelf: check ck_shelf"),
                LiveMutation.of("reference dropped", "alter table item drop constraint fk_item_shelf")
                        .mysql(
                                "alter table item drop foreign key fk_item_shelf",
                                "alter table item drop index fk_item_shelf")
                        .cannot("Hibernate creates no foreign keys there, so they are not compared", "sqlite")
                        .found("+ constraint on item: foreign key fk_item_shelf"),
                LiveMutation.of(
                                "reference added",
                                "alter table item_tag add constraint fk_extra foreign key (item_id) references shelf (id)")
                        .cannot("Hibernate creates no foreign keys there, so they are not compared", "sqlite")
                        .found("- constraint on item_tag: foreign key fk_extra"),
                LiveMutation.of(
                                "reference deletes with",
                                "alter table item drop constraint fk_item_shelf",
                                "alter table item add constraint fk_item_shelf foreign key (shelf_id) references shelf (id) on delete cascade")
                        .mysql(
                                "alter table item drop foreign key fk_item_shelf",
                                "alter table item add constraint fk_item_shelf foreign key (shelf_id) references shelf (id) on delete cascade")
                        .cannot("Hibernate creates no foreign keys there, so they are not compared", "sqlite")
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
                        .cannot("Hibernate creates no foreign keys there, so they are not compared", "sqlite")
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
                        .cannot("Hibernate creates no foreign keys there, so they are not compared", "sqlite")
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
                        .cannot("Hibernate creates no foreign keys there, so they are not compared", "sqlite")
                        .found(
                                "- constraint on item: foreign key fk_item_shelf",
                                "+ constraint on item: foreign key fk_item_shelf"),
                LiveMutation.of(
                                "reference deferrable",
                                "alter table item drop constraint fk_item_shelf",
                                "alter table item add constraint fk_item_shelf foreign key (shelf_id) references shelf (id) deferrable initially deferred")
                        .cannot("it cannot defer constraints", "mysql", "mariadb", "h2")
                        .cannot("it cannot defer constraints", "hsqldb")
                        .cannot("Hibernate creates no foreign keys there, so they are not compared", "sqlite")
                        .found(
                                "- constraint on item: foreign key fk_item_shelf",
                                "+ constraint on item: foreign key fk_item_shelf"),
                LiveMutation.of("reference renamed", "alter table item rename constraint fk_item_shelf to fk_other")
                        .mysql(
                                "alter table item drop foreign key fk_item_shelf",
                                "alter table item add constraint fk_other foreign key (shelf_id) references shelf (id)")
                        .h2("alter table item rename constraint fk_item_shelf to fk_other")
                        .cannot("Hibernate creates no foreign keys there, so they are not compared", "sqlite")
                        .on("hsqldb", "alter constraint fk_item_shelf rename to fk_other")
                        .nothing("alter table item rename constraint fk_other to fk_item_shelf")
                        .nothingOn("hsqldb", "alter constraint fk_other rename to fk_item_shelf")
                        .nothingOn(
                                "mysql",
                                "alter table item drop foreign key fk_other",
                                "alter table item add constraint fk_item_shelf foreign key (shelf_id) references shelf (id)")
                        .nothingOn(
                                "mariadb",
                                "alter table item drop foreign key fk_other",
                                "alter table item add constraint fk_item_shelf foreign key (shelf_id) references shelf (id)"));
    }
}
