package io.retort.test;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.Scope;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.internal.dialect.Dialects;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.sql.DataSource;

/**
 * A schema as comparable lines. The order of columns is ignored, because a column that is dropped and added again comes
 * last.
 *
 * @param lines one line for each table, column, constraint, index, sequence and enum type
 */
record SchemaLines(TreeSet<String> lines) {

    /** Reads the current schema of a database, without Retort's own tables. */
    static SchemaLines of(DataSource dataSource, QualifiedName own) {
        try (Connection connection = dataSource.getConnection()) {
            Dialect dialect = Dialects.of(connection);
            return of(ComparedProduct.of(dialect).inspector(dialect).inspect(connection, Scope.CURRENT), own);
        } catch (SQLException failure) {
            throw new IllegalStateException("Cannot read the schema: " + failure.getMessage(), failure);
        }
    }

    private static SchemaLines of(Snapshot schema, QualifiedName own) {
        TreeSet<String> lines = new TreeSet<>();
        schema.tables().stream().filter(table -> !isOwn(table, own)).forEach(table -> lines.addAll(lines(table)));
        schema.sequences().forEach(sequence -> lines.add(sequence.toString()));
        schema.enumTypes().forEach(type -> lines.add(type.toString()));
        return new SchemaLines(lines);
    }

    private static boolean isOwn(Table table, QualifiedName own) {
        String name = table.name().name().replace("\"", "").toLowerCase(Locale.ROOT);
        return name.startsWith(own.name().replace("\"", "").toLowerCase(Locale.ROOT));
    }

    private static List<String> lines(Table table) {
        String name = "table " + table.name();
        List<String> lines = new ArrayList<>(List.of(name));
        table.columns().forEach(column -> lines.add(name + ": " + column));
        table.constraints().forEach(constraint -> lines.add(name + ": " + constraint));
        table.indexes().forEach(index -> lines.add(name + ": " + index));
        return lines;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Returns the lines that only one of the two schemas contains. */
    String differenceTo(SchemaLines other) {
        TreeSet<String> missing = new TreeSet<>(lines);
        missing.removeAll(other.lines);
        TreeSet<String> added = new TreeSet<>(other.lines);
        added.removeAll(lines);
        return "gone: " + missing + ", new: " + added;
    }
}
