package io.retort.internal.dialect.hsqldb;

import io.retort.dialect.Catalog;
import io.retort.dialect.Catalog.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalog views of HSQLDB. Generated names can change when its log is replayed, so they are not conclusive. */
final class HsqldbCatalog {

    static final Catalog VIEWS = new Catalog(
            List.of(
                    view("tables", "table_schema", "table_name"),
                    view("columns", "table_schema", "table_name"),
                    view("system_comments", "object_schema", "object_name"),
                    counted("table_constraints", "constraint_name", "table_schema", "constraint_type, is_deferrable"),
                    counted("key_column_usage", "constraint_name", "table_schema", "column_name, ordinal_position p"),
                    counted(
                            "system_indexinfo",
                            "index_name",
                            "table_schem",
                            "non_unique, ordinal_position p, column_name, asc_or_desc"),
                    new View(
                            "(select t.table_schema, t.table_name, " + uncounted("c.constraint_name")
                                    + ", c.check_clause from information_schema.check_constraints c"
                                    + " join information_schema.table_constraints t"
                                    + " on t.constraint_schema = c.constraint_schema"
                                    + " and t.constraint_name = c.constraint_name) checks",
                            "table_schema",
                            "table_name"),
                    view("referential_constraints", "constraint_schema", null),
                    view("views", "table_schema", "table_name"),
                    view("triggers", "event_object_schema", "event_object_table"),
                    view("sequences", "sequence_schema", "sequence_name"),
                    view("system_synonyms", "synonym_schema", "synonym_name"),
                    view("routines", "routine_schema", null),
                    view("parameters", "specific_schema", null),
                    view("domains", "domain_schema", null),
                    view("user_defined_types", "user_defined_type_schema", null)),
            Set.of("ordinal_position", "next_value", "start_with", "identity_start", "created", "last_altered"),
            "select schema_name from information_schema.schemata",
            Optional.empty());

    private HsqldbCatalog() {}

    private static View view(String name, String schema, @Nullable String table) {
        return new View("information_schema." + name, schema, table);
    }

    private static View counted(String view, String name, String schema, String others) {
        return new View(
                "(select " + schema + ", table_name, " + uncounted(name) + ", " + others + " from information_schema."
                        + view + ") " + view,
                schema,
                "table_name");
    }

    private static String uncounted(String name) {
        return "regexp_replace(" + name + ", '^(SYS_[A-Z]+).*_[0-9]+$', '$1') name";
    }
}
