package io.retort.internal.lint;

import io.retort.dialect.Dialect;
import io.retort.internal.lint.rule.LintRules;
import io.retort.internal.lint.rule.ServerVersion;
import java.util.Map;

/**
 * The server for which steps are judged.
 *
 * @param dialect the product
 * @param version its version
 * @param driver the parameters of the JDBC URL
 * @param sizes the sizes of its tables
 */
public record Server(Dialect dialect, ServerVersion version, Map<String, String> driver, TableSizes sizes) {

    public Server {
        driver = Map.copyOf(driver);
    }

    /** Returns whether other sessions can notice anything at all. */
    public boolean hasRules() {
        return !LintRules.of(dialect).rules().isEmpty();
    }
}
