package io.retort.diff.faithful.sandbox;

import io.retort.internal.sql.ColumnReferences;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Inserts rows into all tables of a schema, as far as their constraints permit it. The n-th row has n in each column. */
public final class FilledTables {

    private static final int ROWS = 3;

    private FilledTables() {}

    /** Fills the tables, referenced ones first, and returns how many have rows. */
    public static int of(Snapshot schema, TestDb db) throws SQLException {
        List<Table> waiting = new ArrayList<>(schema.tables());
        int before = waiting.size() + 1;
        while (waiting.size() < before) {
            before = waiting.size();
            waiting.removeIf(table -> isFilled(table, db));
        }
        return schema.tables().size() - waiting.size();
    }

    private static boolean isFilled(Table table, TestDb db) {
        try {
            for (int row = 1; row <= ROWS; row++) {
                db.execute(insert(table, row, db.database()));
            }
            return true;
        } catch (SQLException | RuntimeException refused) {
            return false;
        }
    }

    private static String insert(Table table, int row, TestDatabase database) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.generation() == null) {
                names.add(column.name());
                values.add(value(table, column, row, database));
            }
        }
        return names.isEmpty()
                ? "insert into " + table.name() + " default values"
                : "insert into " + table.name() + " (" + String.join(", ", names) + ") values ("
                        + String.join(", ", values) + ")";
    }

    private static String value(Table table, Column column, int row, TestDatabase database) {
        boolean postgres = database == TestDatabase.POSTGRESQL;
        Optional<String> constant = table.constraintsOf(Constraint.Check.class)
                .filter(check -> ColumnReferences.in(check, column.name())
                        && check.expression().contains("'"))
                .map(check -> "'" + check.expression().split("'")[1] + "'")
                .findFirst();
        if (constant.isPresent()) {
            return constant.get();
        }
        return switch (column.type().kind()) {
            case TINYINT,
                    SMALLINT,
                    INTEGER,
                    BIGINT,
                    REAL,
                    DOUBLE,
                    FLOAT,
                    NUMERIC,
                    CHAR,
                    VARCHAR,
                    NCHAR,
                    NVARCHAR,
                    TEXT -> "'" + row + "'";
            case BOOLEAN -> postgres ? "true" : "1";
            case ENUM -> "'" + column.type().values().get(0) + "'";
            case UUID ->
                database == TestDatabase.MYSQL
                        ? "unhex(lpad(" + row + ", 32, '0'))"
                        : "'00000000-0000-0000-0000-00000000000" + row + "'";
            case DATE -> "'2020-01-0" + row + "'";
            case TIME, TIME_WITH_TIME_ZONE -> "'10:00:0" + row + "'";
            case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> "'2020-01-01 10:00:0" + row + "'";
            case BINARY, VARBINARY, BLOB -> postgres ? "null" : "'" + row + "'";
            case JSON -> "'[" + row + "]'";
            default -> "null";
        };
    }
}
