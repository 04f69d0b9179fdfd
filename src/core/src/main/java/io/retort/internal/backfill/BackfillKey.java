package io.retort.internal.backfill;

import io.retort.dialect.Dialect;
import io.retort.dialect.Identifiers;
import io.retort.error.RetortException;
import io.retort.internal.dialect.ansi.BackfillSql;
import io.retort.operation.Statement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The key by whose ranges a backfill divides the rows of a table. */
public final class BackfillKey {

    private static final Set<Integer> INEXACT = Set.of(Types.REAL, Types.FLOAT, Types.DOUBLE);
    private static final Set<Integer> TIMES =
            Set.of(Types.DATE, Types.TIME, Types.TIMESTAMP, Types.TIME_WITH_TIMEZONE, Types.TIMESTAMP_WITH_TIMEZONE);

    /** Types that are ordered by something else than what a comparison with a literal sees. */
    private static final Set<String> UNORDERED = Set.of("ENUM", "SET", "YEAR", "JSON", "JSONB");

    private final Dialect dialect;
    private final String table;
    private final List<KeyColumn> columns;

    private BackfillKey(Dialect dialect, String table, List<KeyColumn> columns) {
        this.dialect = dialect;
        this.table = table;
        this.columns = columns;
    }

    private record KeyColumn(String sql, KeyValue.Reading reading, boolean nullable) {}

    /**
     * Finds the key of a table: the declared columns, or the primary key.
     *
     * @param backfill the statement
     * @param dialect the dialect of the session
     * @param connection the connection
     * @param schema the schema of the table, as stored; null if unknown
     * @throws RetortException if the table has no primary key, or the rows cannot be divided by a column
     */
    public static BackfillKey of(
            Statement.Backfill backfill, Dialect dialect, Connection connection, @Nullable String schema)
            throws SQLException {
        Identifiers identifiers = dialect.identifiers();
        List<String> typed = backfill.batches().key();
        if (typed.isEmpty()) {
            typed = primaryKey(backfill, identifiers, connection, schema).stream()
                    .map(identifiers::typed)
                    .toList();
        }
        if (typed.isEmpty()) {
            throw refusal(
                    backfill,
                    "it has no primary key",
                    "Name an indexed column, or columns: batches().key(\"number\"). For a small table, use"
                            + " op.execute(\"update ...\").");
        }
        requireUnassigned(backfill, typed, identifiers);
        String table = identifiers.sql(backfill.table());
        List<String> names = typed.stream().map(identifiers::sql).toList();
        return new BackfillKey(dialect, table, columns(backfill, table, names, connection));
    }

    private static List<String> primaryKey(
            Statement.Backfill backfill, Identifiers identifiers, Connection connection, @Nullable String schema)
            throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        boolean schemas = database.supportsSchemasInTableDefinitions();
        String name = identifiers.stored(backfill.table().name());
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet rows = database.getPrimaryKeys(
                schemas || schema == null ? connection.getCatalog() : schema, schemas ? schema : null, name)) {
            while (rows.next()) {
                columns.put(rows.getInt("KEY_SEQ"), rows.getString("COLUMN_NAME"));
            }
        }
        return List.copyOf(columns.values());
    }

    /** A row whose key changes could be read again, or never. */
    private static void requireUnassigned(Statement.Backfill backfill, List<String> key, Identifiers identifiers) {
        for (String column : key) {
            String stored = identifiers.stored(column);
            if (backfill.assigned().stream().map(identifiers::stored).anyMatch(stored::equalsIgnoreCase)) {
                throw refusal(
                        backfill,
                        "it sets " + column + ", which is a column of its key",
                        "Divide the rows by columns that do not change: batches().key(\"...\"), or use"
                                + " op.execute(\"update ...\").");
            }
        }
    }

    private static List<KeyColumn> columns(
            Statement.Backfill backfill, String table, List<String> names, Connection connection) throws SQLException {
        List<KeyColumn> columns = new ArrayList<>();
        String query = "select " + String.join(", ", names) + " from " + table + " where 1 = 0";
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery(query)) {
            ResultSetMetaData types = none.getMetaData();
            for (int i = 1; i <= names.size(); i++) {
                int type = types.getColumnType(i);
                String typeName = String.valueOf(types.getColumnTypeName(i)).toUpperCase(Locale.ROOT);
                if (INEXACT.contains(type) || UNORDERED.contains(typeName.split("\\W")[0])) {
                    throw refusal(
                            backfill,
                            "its key contains " + names.get(i - 1) + " of type " + typeName
                                    + ", whose values cannot be compared exactly",
                            "Name another indexed column: batches().key(\"number\").");
                }
                columns.add(new KeyColumn(
                        names.get(i - 1),
                        reading(type, typeName),
                        types.isNullable(i) != ResultSetMetaData.columnNoNulls));
            }
        }
        return columns;
    }

    private static KeyValue.Reading reading(int type, String typeName) {
        if (TIMES.contains(type) || typeName.startsWith("DECFLOAT")) {
            return KeyValue.Reading.TEXT;
        }
        return typeName.startsWith("BIT") ? KeyValue.Reading.BITS : KeyValue.Reading.VALUE;
    }

    private static RetortException refusal(Statement.Backfill backfill, String why, String action) {
        return new RetortException(
                "The backfill of " + backfill.table() + " cannot divide its rows into batches: " + why + ".", action);
    }

    /** Returns the columns in SQL: {@code a, b}. */
    public String list() {
        return columns.stream().map(KeyColumn::sql).collect(Collectors.joining(", "));
    }

    private List<String> names() {
        return columns.stream().map(KeyColumn::sql).toList();
    }

    /**
     * Returns a query for the key of the last row of a batch; it has no row if fewer rows are left.
     *
     * @param after the key of the last row before the batch; empty for the first batch
     * @param rows the number of rows in the batch
     */
    public String lastOfBatch(List<KeyValue> after, int rows) {
        return "select " + list() + " from " + table + " where " + after(after) + " order by " + list() + " "
                + dialect.oneRowAfter(rows - 1L);
    }

    /** Returns the values of the key in a row of that query. */
    public List<KeyValue> read(ResultSet row) throws SQLException {
        List<KeyValue> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            KeyValue value = KeyValue.read(row, i + 1, columns.get(i).reading());
            if (value == null) {
                throw new SQLException("a row of " + table + " has no value in its key " + list());
            }
            values.add(value);
        }
        return values;
    }

    /** Returns the condition of the rows after a key; of all rows with a key if it is empty. */
    public String after(List<KeyValue> key) {
        return key.isEmpty() ? withKey() : compared(">", key);
    }

    /** Returns the condition of the rows up to a key. */
    public String upTo(List<KeyValue> key) {
        return compared("<=", key);
    }

    /** Returns whether rows can have no value in the key, as in SQLite's primary keys. */
    public boolean isNullable() {
        return columns.stream().anyMatch(KeyColumn::nullable);
    }

    /** Returns the condition of the rows without a value in the key. */
    public String withoutKey() {
        return columns.stream()
                .filter(KeyColumn::nullable)
                .map(column -> column.sql() + " is null")
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private String withKey() {
        return isNullable()
                ? columns.stream()
                        .filter(KeyColumn::nullable)
                        .map(column -> column.sql() + " is not null")
                        .collect(Collectors.joining(" and "))
                : "1 = 1";
    }

    private String compared(String operator, List<KeyValue> key) {
        List<String> values = key.stream().map(value -> value.literal(dialect)).toList();
        if (columns.size() > 1 && dialect.comparesRowsByIndex()) {
            return "(" + list() + ") " + operator + " (" + String.join(", ", values) + ")";
        }
        return BackfillSql.compared(names(), operator, values);
    }
}
