package io.retort.diff.internal.scratch;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The settings of an H2 database that another one in memory needs in order to read the same SQL. */
final class H2Settings {

    /** The settings that determine how H2 parses and normalises SQL. */
    private static final String SETTINGS = """
            select setting_name, setting_value from information_schema.settings
            where setting_name in ('MODE', 'DATABASE_TO_UPPER', 'DATABASE_TO_LOWER', 'CASE_INSENSITIVE_IDENTIFIERS',
              'DEFAULT_NULL_ORDERING', 'NON_KEYWORDS')
            order by setting_name""";

    private H2Settings() {}

    /**
     * Returns the URL of a database in memory with the same settings. The database is removed when its last connection
     * is closed.
     *
     * @param connection a connection to the database with the settings
     * @param name the name of the database in memory
     */
    static String url(Connection connection, String name) throws SQLException {
        List<String> parts = new ArrayList<>();
        parts.add("jdbc:h2:mem:" + name);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SETTINGS)) {
            while (rows.next()) {
                String value = rows.getString(2);
                if (value != null && !value.isEmpty()) {
                    parts.add(rows.getString(1) + "=" + value);
                }
            }
        }
        return String.join(";", parts);
    }
}
