package io.retort.diff.question;

import io.retort.dialect.Dialect;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts rows on a connection. */
public final class CountedRows implements Evidence {

    private static final int MOST = 10_000;
    private static final int MOST_DISTINCT = 100;
    private static final int SECONDS = 5;

    private final Connection connection;
    private final Dialect dialect;
    private final int most;
    private final ComparisonProgress progress;

    /**
     * @param connection a connection in auto-commit mode, so that a failed query has no effect on others
     * @param dialect the dialect of the database
     * @param most the number of rows at which counting stops
     */
    public CountedRows(Connection connection, Dialect dialect, int most) {
        this(connection, dialect, most, ComparisonProgress.NONE);
    }

    private CountedRows(Connection connection, Dialect dialect, int most, ComparisonProgress progress) {
        this.connection = connection;
        this.dialect = dialect;
        this.most = most;
        this.progress = progress;
    }

    /**
     * Returns a copy that reports which table it counts. Between two counts a question can be asked.
     *
     * @param shown receives the tables
     */
    public CountedRows reporting(ComparisonProgress shown) {
        return new CountedRows(connection, dialect, most, shown);
    }

    /**
     * Counts up to 10,000 rows.
     *
     * @param connection a connection in auto-commit mode
     * @param dialect the dialect of the database
     */
    public CountedRows(Connection connection, Dialect dialect) {
        this(connection, dialect, MOST);
    }

    @Override
    public Count rows(QualifiedName table) {
        return count(table, "select 1 from " + name(table), most);
    }

    @Override
    public Count rows(QualifiedName table, String column, String condition) {
        return count(table, "select 1 from " + name(table) + " where " + condition.replace("%s", name(column)), most);
    }

    @Override
    public Count distinct(QualifiedName table, String column) {
        String name = name(column);
        return count(
                table,
                "select distinct " + name + " from " + name(table) + " where " + name + " is not null",
                Math.min(most, MOST_DISTINCT));
    }

    @Override
    public Count duplicates(QualifiedName table, List<String> columns) {
        String names = columns.stream().map(this::name).collect(Collectors.joining(", "));
        String present =
                columns.stream().map(column -> name(column) + " is not null").collect(Collectors.joining(" and "));
        return count(
                table,
                "select " + names + " from " + name(table) + " where " + present + " group by " + names
                        + " having count(*) > 1",
                most);
    }

    @Override
    public Count orphans(
            QualifiedName table, List<String> columns, QualifiedName referencedTable, List<String> referencedColumns) {
        String present = columns.stream()
                .map(column -> "c." + name(column) + " is not null")
                .collect(Collectors.joining(" and "));
        String equal = IntStream.range(0, columns.size())
                .mapToObj(i -> "p." + name(referencedColumns.get(i)) + " = c." + name(columns.get(i)))
                .collect(Collectors.joining(" and "));
        return count(
                table,
                "select 1 from " + name(table) + " c where " + present + " and not exists (select 1 from "
                        + name(referencedTable) + " p where " + equal + ")",
                most);
    }

    @Override
    public Count violations(QualifiedName table, List<String> columns, String condition) {
        return count(table, "select 1 from " + name(table) + " where not (" + condition + ")", most);
    }

    /**
     * Returns the values of a column in a small table, such as the keys of a table generator.
     *
     * @param table the table
     * @param column the column
     * @return the values, sorted; empty if the query fails
     */
    public List<String> values(QualifiedName table, String column) {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            statement.setMaxRows(most);
            try (ResultSet rows = statement.executeQuery(
                    "select " + name(column) + " from " + name(table) + " order by " + name(column))) {
                while (rows.next()) {
                    values.add(rows.getString(1));
                }
            }
        } catch (SQLException refused) {
            return List.of();
        }
        return values;
    }

    private Count count(QualifiedName table, String query, int limit) {
        progress.stage("counting rows of " + table);
        try {
            return count(query, limit);
        } finally {
            progress.pause();
        }
    }

    private Count count(String query, int limit) {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            statement.setMaxRows(limit + 1);
            try (ResultSet rows = statement.executeQuery(query)) {
                int number = 0;
                while (number <= limit && rows.next()) {
                    number++;
                }
                return number > limit ? new Count(limit, true) : new Count(number, false);
            }
        } catch (SQLException refused) {
            // The query timed out, or the type cannot be compared: the question is then asked without a number.
            return Count.UNKNOWN;
        }
    }

    private String name(QualifiedName table) {
        return dialect.identifiers().sql(table);
    }

    private String name(String column) {
        return dialect.identifiers().sql(column);
    }
}
