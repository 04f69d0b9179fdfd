package io.retort.internal.dialect.ansi;

import io.retort.operation.DataOperation;
import io.retort.operation.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Renders rows as statements. The values are part of the text, so that a script can contain them. */
final class RowSql {

    /** The number of rows per insert: few enough for a readable error message, enough to be fast. */
    private static final int BATCH = 100;

    private final SqlNaming words;

    RowSql(SqlNaming words) {
        this.words = words;
    }

    List<Statement> insert(DataOperation.Insert insert) {
        String into = "insert into " + words.name(insert.table()) + " " + words.names(insert.columns()) + " values";
        List<Statement> statements = new ArrayList<>();
        for (int from = 0; from < insert.rows().size(); from += BATCH) {
            statements.add(insert(
                    into,
                    insert.rows()
                            .subList(from, Math.min(from + BATCH, insert.rows().size()))));
        }
        return statements;
    }

    private Statement insert(String into, List<List<@Nullable Object>> rows) {
        String values = rows.size() == 1
                ? " " + values(rows.get(0))
                : rows.stream().map(this::values).collect(Collectors.joining(",\n    ", "\n    ", ""));
        return new Statement.Sql(into + values, true, rows.size());
    }

    private String values(List<@Nullable Object> row) {
        return row.stream().map(words.literals()::of).collect(Collectors.joining(", ", "(", ")"));
    }

    List<Statement> delete(DataOperation.Delete delete) {
        String from = "delete from " + words.name(delete.table()) + " where ";
        List<Statement> statements = new ArrayList<>();
        for (List<@Nullable Object> row : delete.rows()) {
            statements.add(new Statement.Sql(from + condition(delete.columns(), row), true, 1));
        }
        return statements;
    }

    private String condition(List<String> columns, List<@Nullable Object> row) {
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.get(i);
            String column = words.name(columns.get(i));
            conditions.add(
                    value == null
                            ? column + " is null"
                            : column + " = " + words.literals().of(value));
        }
        return String.join(" and ", conditions);
    }
}
