package io.retort.internal.lint;

import io.retort.dialect.Dialect;
import io.retort.internal.sql.ColumnReferences;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation;
import io.retort.schema.Constraint;
import io.retort.schema.Default;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Inserts rows into any table: the n-th row has n, or a text of n, in its columns. */
record RowFill(Dialect dialect) {

    /** The rows of samples are below. */
    private static final int FIRST = 1000;

    String insert(Table table, int rows) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.generation() == null) {
                names.add(dialect.identifiers().sql(column.name()));
                values.add(value(column, table));
            }
        }
        boolean postgres = dialect.name().equals("postgresql");
        String numbers = postgres
                ? "generate_series(" + (FIRST + 1) + ", " + (FIRST + rows) + ") as g(i)"
                : "(select a.x + 10 * b.x + 100 * c.x + 1000 * d.x + " + (FIRST + 1) + " as i from " + digits("a")
                        + " cross join "
                        + digits("b") + " cross join " + digits("c") + " cross join " + digits("d") + ") g where i <= "
                        + (FIRST + rows);
        if (names.isEmpty()) {
            return "insert into " + dialect.identifiers().sql(table.name()) + " () values ()";
        }
        return "insert into " + dialect.identifiers().sql(table.name()) + " (" + String.join(", ", names) + ") select "
                + String.join(", ", values) + " from " + numbers;
    }

    private static String digits(String name) {
        StringBuilder digits = new StringBuilder("(select 0 as x");
        for (int i = 1; i < 10; i++) {
            digits.append(" union all select ").append(i);
        }
        return digits.append(") ").append(name).toString();
    }

    private String value(Column column, Table table) {
        Optional<String> checked = table.constraintsOf(Constraint.Check.class)
                .filter(check -> ColumnReferences.of(column.name(), check.expression())
                        && check.expression().contains("'"))
                .map(check -> check.expression().split("'")[1])
                .findFirst();
        if (checked.isPresent()) {
            return "'" + checked.get() + "'";
        }
        SqlType type = column.type();
        return switch (type.kind()) {
            case TINYINT -> "mod(i, 100)";
            case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, FLOAT, NUMERIC -> "i";
            case BOOLEAN -> dialect.name().equals("postgresql") ? "true" : "1";
            case CHAR, NCHAR -> "'c'";
            case VARCHAR, NVARCHAR, TEXT -> dialect.name().equals("postgresql") ? "i::text" : "cast(i as char)";
            case ENUM -> "'" + type.values().get(0) + "'";
            case UUID ->
                switch (dialect.name()) {
                    case "postgresql" -> "gen_random_uuid()";
                    case "mysql" -> "unhex(lpad(hex(i), 32, '0'))";
                    default -> "uuid()";
                };
            case DATE -> "date '2020-01-01'";
            case TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE -> "timestamp '2020-01-01 10:00:00'";
            default -> fallback(column);
        };
    }

    private String fallback(Column column) {
        if (column.defaultValue() instanceof Default.Expression expression) {
            return expression.sql();
        }
        return column.type().kind() == SqlType.Kind.OTHER
                        && String.valueOf(column.type().text())
                                .toLowerCase(Locale.ROOT)
                                .equals("mood")
                ? "'HAPPY'"
                : "null";
    }

    /** Whether a column of the table gets its values from the server. */
    static boolean hasGeneration(Table table) {
        return table.columns().stream().anyMatch(column -> column.generation() instanceof Generation.Identity);
    }
}
