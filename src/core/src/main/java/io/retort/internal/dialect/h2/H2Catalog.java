package io.retort.internal.dialect.h2;

import io.retort.dialect.Catalog;
import io.retort.dialect.Catalog.View;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalog views of H2. */
final class H2Catalog {

    static final Catalog VIEWS = new Catalog(
            List.of(
                    view("tables", "table_schema", "table_name"),
                    view("columns", "table_schema", "table_name"),
                    view("indexes", "table_schema", "table_name"),
                    view("index_columns", "table_schema", "table_name"),
                    view("table_constraints", "table_schema", "table_name"),
                    view("key_column_usage", "table_schema", "table_name"),
                    view("referential_constraints", "constraint_schema", null),
                    view("check_constraints", "constraint_schema", null),
                    view("views", "table_schema", "table_name"),
                    view("triggers", "event_object_schema", "event_object_table"),
                    view("sequences", "sequence_schema", "sequence_name"),
                    view("enum_values", "object_schema", "object_name"),
                    view("synonyms", "synonym_schema", "synonym_name"),
                    view("routines", "routine_schema", null),
                    view("parameters", "specific_schema", null),
                    view("domains", "domain_schema", null),
                    view("constants", "constant_schema", null)),
            Set.of(
                    "ordinal_position",
                    "row_count_estimate",
                    "last_modification",
                    "selectivity",
                    "base_value",
                    "identity_base"),
            "select schema_name from information_schema.schemata",
            Optional.empty());

    private H2Catalog() {}

    private static View view(String name, String schema, @Nullable String table) {
        return new View("information_schema." + name, schema, table);
    }
}
