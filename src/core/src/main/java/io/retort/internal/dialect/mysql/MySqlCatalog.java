package io.retort.internal.dialect.mysql;

import io.retort.dialect.Catalog;
import io.retort.dialect.Catalog.Show;
import io.retort.dialect.Catalog.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The catalog of MySQL and MariaDB: {@code show create table}, which is complete, and views for everything else. */
final class MySqlCatalog {

    static final Catalog SHOWN = new Catalog(
            List.of(
                    new View("information_schema.triggers", "event_object_schema", "event_object_table"),
                    new View("information_schema.routines", "routine_schema", null),
                    new View("information_schema.parameters", "specific_schema", null),
                    new View("information_schema.events", "event_schema", null),
                    new View("information_schema.schemata", "schema_name", null)),
            Set.of("created", "last_altered", "last_executed", "sql_path"),
            "select schema_name from information_schema.schemata",
            Optional.of(new Show(
                    "show create table ",
                    "select table_name from information_schema.tables where table_schema = ? order by 1",
                    Pattern.compile("(?i) AUTO_INCREMENT=\\d+"),
                    "42S02",
                    1356)));

    private MySqlCatalog() {}
}
