package io.retort.internal.lint;

import io.retort.dialect.Dialect;
import io.retort.internal.lint.rule.LintRules;
import io.retort.internal.lint.rule.ServerVersion;
import java.util.Map;

/**
 * The server for which steps are judged.
 */
public final class Server {

    private final Dialect dialect;
    private final ServerVersion version;
    private final Map<String, String> driver;
    private final TableSizes sizes;

    /**
     * @param dialect the product
     * @param version its version
     * @param driver the parameters of the JDBC URL
     * @param sizes the sizes of its tables
     */
    public Server(Dialect dialect, ServerVersion version, Map<String, String> driver, TableSizes sizes) {
        this.dialect = dialect;
        this.version = version;
        this.driver = Map.copyOf(driver);
        this.sizes = sizes;
    }

    public Dialect dialect() {
        return dialect;
    }

    public ServerVersion version() {
        return version;
    }

    public Map<String, String> driver() {
        return driver;
    }

    public TableSizes sizes() {
        return sizes;
    }

    /** Returns whether other sessions can notice anything at all. */
    public boolean hasRules() {
        return !LintRules.of(dialect).rules().isEmpty();
    }
}
