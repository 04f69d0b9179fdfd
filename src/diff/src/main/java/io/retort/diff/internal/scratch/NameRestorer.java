package io.retort.diff.internal.scratch;

import io.retort.dialect.Identifiers;
import io.retort.diff.internal.scratch.Scratch.Failure;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.Default;
import io.retort.schema.EnumType;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces the names of scratch schemas with those of the real ones. */
final class NameRestorer {

    private final Map<String, String> schemas = new HashMap<>();
    private final Map<String, String> sql = new HashMap<>();

    NameRestorer(SchemaAliases standIns, Identifiers identifiers) {
        standIns.all(identifiers).forEach((scratch, stored) -> {
            String typed = identifiers.typed(stored);
            schemas.put(identifiers.typed(scratch), typed);
            sql.put(scratch, identifiers.sql(typed));
        });
    }

    Scratch scratch(Scratch read) {
        return new Scratch(
                snapshot(read.snapshot()),
                read.failures().stream().map(this::failure).toList(),
                read.refused().stream().map(table -> table.spelled(this::text)).toList(),
                read.leftOut(),
                read.compositeTypes());
    }

    private Failure failure(Failure failure) {
        return new Failure(text(failure.statement()), text(failure.words()));
    }

    private Snapshot snapshot(Snapshot snapshot) {
        return new Snapshot(
                snapshot.tables().stream().map(this::table).toList(),
                snapshot.sequences().stream()
                        .map(sequence -> sequence.withName(name(sequence.name())))
                        .toList(),
                snapshot.enumTypes().stream()
                        .map(type -> new EnumType(name(type.name()), type.values()))
                        .toList());
    }

    private String text(String text) {
        String result = text;
        for (Map.Entry<String, String> entry : sql.entrySet()) {
            String scratch = entry.getKey();
            for (String spelled : List.of('"' + scratch + '"', '`' + scratch + '`', scratch)) {
                result = result.replace(spelled, entry.getValue());
            }
        }
        return result;
    }

    private Table table(Table table) {
        return new Table(
                name(table.name()),
                table.columns().stream().map(this::column).toList(),
                table.constraints().stream().map(this::constraint).toList(),
                table.indexes().stream().map(this::index).toList(),
                table.comment(),
                table.options());
    }

    private Column column(Column column) {
        Column typed = column.withType(type(column.type()));
        Column defaulted = column.defaultValue() instanceof Default.Expression expression
                ? typed.defaultExpression(text(expression.sql()))
                : typed;
        return column.generation() instanceof Generation.Computed computed
                ? defaulted.withGeneration(new Generation.Computed(text(computed.expression()), computed.stored()))
                : defaulted;
    }

    private SqlType type(SqlType type) {
        SqlType element = type.element();
        if (element != null) {
            return SqlType.arrayOf(type(element));
        }
        String words = type.text();
        return words == null ? type : SqlType.other(text(words));
    }

    private Constraint constraint(Constraint constraint) {
        if (constraint instanceof Constraint.ForeignKey key) {
            return key.references(name(key.referencedTable()), key.referencedColumns());
        }
        return constraint instanceof Constraint.Check check
                ? new Constraint.Check(check.name(), text(check.expression()))
                : constraint;
    }

    private Index index(Index index) {
        return new Index(
                index.name(),
                index.parts().stream().map(this::part).toList(),
                index.unique(),
                textOrNull(index.where()),
                index.method());
    }

    private Index.Part part(Index.Part part) {
        return part.expression() ? new Index.Part(text(part.text()), true, part.descending(), part.nulls()) : part;
    }

    private @Nullable String textOrNull(@Nullable String value) {
        return value == null ? null : text(value);
    }

    private QualifiedName name(QualifiedName name) {
        String schema = name.schema();
        return schema == null ? name : new QualifiedName(schemas.getOrDefault(schema, schema), name.name());
    }
}
