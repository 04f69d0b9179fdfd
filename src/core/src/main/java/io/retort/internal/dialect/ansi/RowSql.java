package io.retort.internal.dialect.ansi;

import io.retort.operation.DataOperation;
import io.retort.operation.Rows;
import io.retort.operation.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renders rows as statements. The values are part of the text, so that a script can contain them. */
public final class RowSql {

    /** The number of rows per insert: few enough for a readable error message, enough to be fast. */
    private static final int BATCH = 100;

    private final SqlNaming words;

    RowSql(SqlNaming words) {
        this.words = words;
    }

    List<Statement> insert(DataOperation.Insert insert) {
        List<Statement> statements = new ArrayList<>();
        for (List<List<@Nullable Object>> batch : batches(insert.rows())) {
            String text = "insert into " + words.name(insert.table()) + " " + words.names(insert.columns()) + " values"
                    + values(batch);
            statements.add(new Statement.Sql(text, true, batch.size()));
        }
        return statements;
    }

    private static List<List<List<@Nullable Object>>> batches(List<List<@Nullable Object>> rows) {
        List<List<List<@Nullable Object>>> batches = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            batches.add(rows.subList(from, Math.min(from + BATCH, rows.size())));
        }
        return batches;
    }

    private String values(List<List<@Nullable Object>> rows) {
        return rows.size() == 1
                ? " " + values(rows.get(0).stream())
                : rows.stream().map(row -> values(row.stream())).collect(Collectors.joining(",\n    ", "\n    ", ""));
    }

    private String values(Stream<@Nullable Object> row) {
        return row.map(words.literals()::of).collect(Collectors.joining(", ", "(", ")"));
    }

    List<Statement> delete(DataOperation.Delete delete) {
        String from = "delete from " + words.name(delete.table()) + " where ";
        List<Statement> statements = new ArrayList<>();
        for (List<@Nullable Object> row : delete.rows()) {
            statements.add(new Statement.Sql(from + condition(delete.columns(), row), true, 1));
        }
        return statements;
    }

    List<Statement> deleted(DataOperation.Upsert upsert) {
        Rows deleted = upsert.deleted();
        String from = "delete from " + words.name(upsert.table()) + " where ";
        return deleted.rows().stream()
                .<Statement>map(row -> new Statement.Sql(from + condition(deleted.columns(), row)))
                .toList();
    }

    /** Returns statements of many rows: a text before the values, and a text after them. */
    public List<String> batched(DataOperation.Upsert upsert, String before, String after) {
        return batches(upsert.after().rows()).stream()
                .map(batch -> before + values(batch) + after)
                .toList();
    }

    /** Returns {@code insert into … (…) values}. */
    public String into(DataOperation.Upsert upsert) {
        return "insert into " + words.name(upsert.table()) + " "
                + words.names(upsert.after().columns()) + " values";
    }

    /** Returns an insert that updates the row with the same key. The key must be unique. */
    public List<String> onConflict(DataOperation.Upsert upsert) {
        String assignments = upsert.values().columns().stream()
                .map(words::name)
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", "));
        String conflict = "\non conflict " + words.names(upsert.key())
                + (assignments.isEmpty() ? " do nothing" : " do update set " + assignments);
        return batched(upsert, into(upsert), conflict);
    }

    /** Returns a {@code merge} for each row, which does not need to know the types of the values. */
    List<String> merged(DataOperation.Upsert upsert) {
        return each(
                upsert,
                row -> "merge into " + words.name(upsert.table()) + " using (values (1)) as one_row (n) on "
                        + row.condition()
                        + (row.assignments().isEmpty() ? "" : " when matched then update set " + row.assignments())
                        + " when not matched then insert "
                        + words.names(upsert.after().columns()) + " values " + row.values());
    }

    /** Returns an update and an insert for each row, on products whose own upsert decides by any unique key. */
    public List<String> updatedOrInserted(DataOperation.Upsert upsert) {
        String table = words.name(upsert.table());
        List<String> statements = new ArrayList<>();
        each(upsert, row -> {
            if (!row.assignments().isEmpty()) {
                statements.add("update " + table + " set " + row.assignments() + " where " + row.condition());
            }
            String values = row.values();
            statements.add("insert into " + table + " "
                    + words.names(upsert.after().columns()) + " select "
                    + values.substring(1, values.length() - 1) + " from dual where not exists (select 1 from " + table
                    + " where " + row.condition() + ")");
            return "";
        });
        return statements;
    }

    /** Returns an update for each row, and an insert that runs if the update found no row. */
    public List<String> updatedElseInserted(DataOperation.Upsert upsert) {
        String table = words.name(upsert.table());
        return each(upsert, row -> {
            String insert = into(upsert) + " " + row.values();
            return row.assignments().isEmpty()
                    ? "if not exists (select 1 from " + table + " where " + row.condition() + ") " + insert
                    : "update " + table + " set " + row.assignments() + " where " + row.condition()
                            + " if @@rowcount = 0 " + insert;
        });
    }

    private List<String> each(DataOperation.Upsert upsert, Function<RowText, String> text) {
        Rows keys = upsert.keys();
        Rows others = upsert.values();
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < keys.rows().size(); i++) {
            statements.add(text.apply(new RowText(
                    condition(keys.columns(), keys.rows().get(i)),
                    assignments(others.columns(), others.rows().get(i)),
                    values(upsert.after().rows().get(i).stream()))));
        }
        return statements;
    }

    private String assignments(List<String> columns, List<@Nullable Object> row) {
        List<String> assignments = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            assignments.add(
                    words.name(columns.get(i)) + " = " + words.literals().of(row.get(i)));
        }
        return String.join(", ", assignments);
    }

    /**
     * The parts of statements for one row.
     *
     * @param condition finds the row by its key
     * @param assignments sets the columns that are not part of the key; empty if there are none
     * @param values all values in parentheses
     */
    private record RowText(String condition, String assignments, String values) {}

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
