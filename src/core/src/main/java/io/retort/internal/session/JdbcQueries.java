package io.retort.internal.session;

import io.retort.run.OtherSession;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Sends short queries to a database. */
public final class JdbcQueries {

    private static final int LISTING_ATTEMPTS = 5;

    private final Connection connection;

    /**
     * @param connection the connection
     */
    public JdbcQueries(Connection connection) {
        this.connection = connection;
    }

    public Connection connection() {
        return connection;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Runs a statement. */
    public void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Runs a statement that changes rows, and returns their number. */
    public int change(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Returns the first column of all rows; nulls as empty texts. */
    public List<String> texts(String sql) throws SQLException {
        return all(sql, row -> {
            String text = row.getString(1);
            return text == null ? "" : text;
        });
    }

    /**
     * Returns the first two columns of all rows, sorted by the first. Rows whose second column is null are left out.
     */
    public Map<String, String> pairs(String sql) throws SQLException {
        Map<String, String> pairs = new TreeMap<>();
        all(sql, row -> {
            String value = row.getString(2);
            if (value != null) {
                pairs.put(row.getString(1), value);
            }
            return pairs;
        });
        return pairs;
    }

    /** Returns all columns of the only row; nulls stay null. */
    public List<@Nullable String> row(String sql) throws SQLException {
        List<List<@Nullable String>> rows = all(sql, row -> {
            List<@Nullable String> columns = new ArrayList<>();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                columns.add(row.getString(i));
            }
            return columns;
        });
        if (rows.isEmpty()) {
            throw new SQLException("no row for: " + sql);
        }
        return rows.get(0);
    }

    /** Returns the only value; empty if there is no row, or the value is null or empty. */
    public Optional<String> text(String sql) throws SQLException {
        return texts(sql).stream().findFirst().filter(text -> !text.isEmpty());
    }

    /** Returns whether the only value is true or a positive number; empty for null. */
    public Optional<Boolean> truth(String sql) throws SQLException {
        return text(sql).map(JdbcQueries::isTrue);
    }

    private static boolean isTrue(String text) {
        return text.equalsIgnoreCase("true") || text.equals("t") || text.matches("0*[1-9]\\d*");
    }

    /** Returns sessions from a query with the columns of {@link io.retort.dialect.SessionSupport}. */
    public List<OtherSession> sessions(String sql) throws SQLException {
        return listed(sql, row -> session(row, 0));
    }

    /** Returns the names of sessions from a query with the names in its first column. */
    public List<String> sessionNames(String sql) throws SQLException {
        return listed(sql, row -> row.getString(1));
    }

    /** Returns the session of the row whose first column is this name; the other columns follow it. */
    public Optional<OtherSession> session(String sql, String name) throws SQLException {
        return listed(
                        sql,
                        row -> name.equals(row.getString(1))
                                ? Optional.of(session(row, 1))
                                : Optional.<OtherSession>empty())
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static OtherSession session(ResultSet row, int before) throws SQLException {
        return new OtherSession(
                row.getString(before + 1),
                row.getString(before + 2),
                row.getString(before + 3),
                row.getString(before + 4),
                seconds(row, before + 5),
                row.getString(before + 6),
                seconds(row, before + 7),
                row.getString(before + 8));
    }

    private static @Nullable Duration seconds(ResultSet row, int column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() ? null : Duration.ofMillis(Math.max(0, (long) (seconds * 1000)));
    }

    /**
     * H2 2.4 fails if another session ends while it lists the sessions. A connection that failed is closed, and the first
     * failure says why.
     */
    private <T> List<T> listed(String sql, Row<@Nullable T> reading) throws SQLException {
        SQLException first = null;
        for (int attempt = 0; attempt < LISTING_ATTEMPTS; attempt++) {
            try {
                return all(sql, reading);
            } catch (SQLException failure) {
                first = first == null ? failure : first;
                if (connection.isClosed()) {
                    break;
                }
            }
        }
        throw Objects.requireNonNull(first);
    }

    private <T> List<T> all(String sql, Row<@Nullable T> reading) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                T read = reading.read(rows);
                if (read != null) {
                    all.add(read);
                }
            }
            return all;
        }
    }
}
