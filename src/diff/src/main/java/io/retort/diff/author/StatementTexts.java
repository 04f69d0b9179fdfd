package io.retort.diff.author;

import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.RetortException;
import io.retort.internal.database.Secrets;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Returns the texts of statements for a file that another tool runs. */
@FunctionalInterface
public interface StatementTexts {

    /** The texts for any database. */
    StatementTexts UNCHANGED = (statement, before) -> statement.text();

    /**
     * Returns the text of a statement.
     *
     * @param statement the statement
     * @param before the operations that run before it
     */
    String of(Statement.Sql statement, List<Operation> before);

    /**
     * Returns the texts for a database, adapted to what it has.
     *
     * @param database the database, in which the tool has run all earlier files
     */
    static StatementTexts on(DataSource database) {
        return (statement, before) -> {
            Statement.Adaptation adaptation = statement.adaptation();
            if (adaptation == null) {
                return statement.text();
            }
            try (Connection connection = database.getConnection()) {
                return adaptation.adaptAfter(before, statement.text(), connection);
            } catch (SQLException e) {
                throw new RetortException(
                        "Cannot read the database: " + Secrets.maskLogin(String.valueOf(e.getMessage())),
                        Advice.of(
                                "Check that the database is running, and that ",
                                Advice.dataSource(Login.URL),
                                " is correct."),
                        Secrets.withoutSecrets(e));
            }
        };
    }
}
