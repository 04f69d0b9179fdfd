package io.retort.internal.dialect.mysql;

import io.retort.internal.dialect.ansi.ConstraintLookup;
import io.retort.operation.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Drops a check constraint on MySQL. Before 8.0.16, MySQL parses check constraints but does not store them, so there is nothing to drop.
 *
 * @param lookup the statement and the check
 */
record ForgottenCheck(ConstraintLookup lookup) implements Statement.Adaptation {

    private static final String NOTHING = "do 0";

    private static final String CATALOG = """
            select 1 from information_schema.tables
            where table_schema = 'information_schema' and table_name = 'CHECK_CONSTRAINTS'""";

    @Override
    public String adapt(String text, Connection connection) throws SQLException {
        return keepsChecks(connection) ? lookup.adapt(text, connection) : NOTHING;
    }

    private static boolean keepsChecks(Connection connection) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(CATALOG)) {
            return found.next();
        }
    }

    @Override
    public String inFile(String text) {
        return lookup.inFile(text);
    }
}
