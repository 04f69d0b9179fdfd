package io.retort.internal.json;

import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Converts columns, constraints, indexes and sequences to JSON objects. */
final class SchemaJson {

    private SchemaJson() {}

    static Map<String, @Nullable Object> of(Column column) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("column", column.name());
        json.put("type", column.type().toString());
        json.put("nullable", column.nullable());
        if (column.defaultValue() != null) {
            json.put("default", column.defaultValue().toString());
        }
        if (column.generation() instanceof Computed computed) {
            json.put("computed", computed.expression());
        } else if (column.generation() instanceof Identity) {
            json.put("identity", true);
        }
        if (column.collation() != null) {
            json.put("collation", column.collation());
        }
        if (column.comment() != null) {
            json.put("comment", column.comment());
        }
        return json;
    }

    static Map<String, @Nullable Object> of(Constraint constraint) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("constraint", constraint.name());
        if (constraint instanceof PrimaryKey key) {
            json.put("constraintType", "primary key");
            json.put("columns", key.columns());
        } else if (constraint instanceof Unique unique) {
            json.put("constraintType", "unique");
            json.put("columns", unique.columns());
        } else if (constraint instanceof ForeignKey key) {
            json.put("constraintType", "foreign key");
            json.put("columns", key.columns());
            json.put("referencedTable", key.referencedTable().toString());
            json.put("referencedColumns", key.referencedColumns());
        } else if (constraint instanceof Check check) {
            json.put("constraintType", "check");
            json.put("condition", check.expression());
        }
        return json;
    }

    static Map<String, @Nullable Object> of(Index index) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("index", index.name());
        List<String> parts = index.parts().stream().map(Index.Part::toString).toList();
        json.put("columns", parts);
        json.put("unique", index.unique());
        if (index.where() != null) {
            json.put("where", index.where());
        }
        return json;
    }

    static Map<String, @Nullable Object> of(Sequence sequence) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("sequence", sequence.name().toString());
        json.put("start", sequence.start());
        json.put("increment", sequence.increment());
        return json;
    }
}
