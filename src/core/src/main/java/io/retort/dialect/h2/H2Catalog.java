package io.retort.dialect.h2;

import io.retort.dialect.ansi.CatalogViews;
import io.retort.dialect.ansi.CatalogViews.View;
import java.util.List;
import java.util.Set;

/** Where H2 tells about a schema. */
final class H2Catalog {

    static final CatalogViews VIEWS = new CatalogViews(
            List.of(
                    view("tables", "table_schema", "table_name"),
                    view("columns", "table_schema", "table_name"),
                    view("indexes", "table_schema", "table_name"),
                    view("index_columns", "table_schema", "table_name"),
                    view("table_constraints", "table_schema", "table_name"),
                    view("key_column_usage", "table_schema", "table_name"),
                    new View("information_schema.referential_constraints", "constraint_schema", null),
                    new View("information_schema.check_constraints", "constraint_schema", null),
                    view("views", "table_schema", "table_name"),
                    view("triggers", "event_object_schema", "event_object_table"),
                    view("sequences", "sequence_schema", "sequence_name"),
                    view("enum_values", "object_schema", "object_name"),
                    view("synonyms", "synonym_schema", "synonym_name"),
                    new View("information_schema.routines", "routine_schema", null),
                    new View("information_schema.parameters", "specific_schema", null),
                    new View("information_schema.domains", "domain_schema", null),
                    new View("information_schema.constants", "constant_schema", null)),
            Set.of(
                    "ordinal_position",
                    "row_count_estimate",
                    "last_modification",
                    "selectivity",
                    "base_value",
                    "cache",
                    "identity_base"),
            "select schema_name from information_schema.schemata");

    private H2Catalog() {}

    private static View view(String name, String schema, String table) {
        return new View("information_schema." + name, schema, table);
    }
}
