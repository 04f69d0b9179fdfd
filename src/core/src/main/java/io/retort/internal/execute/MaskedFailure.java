package io.retort.internal.execute;

import io.retort.internal.sql.SqlSecrets;
import io.retort.sql.SqlSyntax;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Removes from the failure of a statement the passwords that the statement contains. Databases quote parts of statements in
 * their messages, and logs print the whole chain of causes.
 */
final class MaskedFailure {

    private static final int DEEPEST = 50;

    /** A shorter beginning of a password, at the end of a truncated quotation, can be any text. */
    private static final int SHORTEST = 4;

    private MaskedFailure() {}

    /**
     * Returns the failure without passwords; the same failure if it contains none.
     *
     * @param statements the statements that were sent
     */
    static SQLException of(SQLException failure, Iterable<String> statements, SqlSyntax syntax) {
        Set<String> secrets = new HashSet<>();
        for (String sql : statements) {
            secrets.addAll(SqlSecrets.in(sql, syntax));
        }
        return secrets.isEmpty() || !contains(failure, secrets) ? failure : masked(failure, secrets, 0);
    }

    private static boolean contains(SQLException failure, Set<String> secrets) {
        Throwable link = failure;
        for (int i = 0; link != null && i < DEEPEST; i++) {
            String text = String.valueOf(link.getMessage());
            if (!mask(text, secrets).equals(text)) {
                return true;
            }
            link = link.getCause();
        }
        SQLException next = failure.getNextException();
        return next != null && contains(next, secrets);
    }

    /** The causes repeat the message. */
    private static SQLException masked(SQLException failure, Set<String> secrets, int depth) {
        SQLException masked = new SQLException(
                mask(String.valueOf(failure.getMessage()), secrets), failure.getSQLState(), failure.getErrorCode());
        masked.setStackTrace(failure.getStackTrace());
        @Nullable SQLException next = failure.getNextException();
        if (next != null && depth < DEEPEST) {
            masked.setNextException(masked(next, secrets, depth + 1));
        }
        return masked;
    }

    private static String mask(String message, Set<String> secrets) {
        String masked = message;
        for (String secret : secrets) {
            masked = masked.replace("'" + secret + "'", "'***'").replace("\"" + secret + "\"", "\"***\"");
            for (int length = secret.length(); length >= SHORTEST; length--) {
                masked = length == secret.length()
                        ? masked.replace(secret, "***")
                        : masked.replace("'" + secret.substring(0, length) + "'", "'***'");
            }
        }
        return masked;
    }
}
