package io.retort.internal.lint.rule;

import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a rule knows besides the operation.
 */
public final class LintContext {

    private final ServerVersion version;
    private final Map<String, String> driver;
    private final Supplier<Snapshot> before;
    private final Supplier<Snapshot> after;
    private final Predicate<QualifiedName> created;
    private final Predicate<QualifiedName> partitioned;

    /**
     * Creates a context.
     *
     * @param version the version of the server
     * @param driver the parameters of the JDBC URL
     * @param before the schema before the operation, as far as the history defines it; computed only on demand
     * @param after the schema after the whole step; computed only on demand
     * @param created whether a table is new: an earlier operation of the same run created it
     * @param partitioned whether a table consists of partitions
     */
    public LintContext(
            ServerVersion version,
            Map<String, String> driver,
            Supplier<Snapshot> before,
            Supplier<Snapshot> after,
            Predicate<QualifiedName> created,
            Predicate<QualifiedName> partitioned) {
        driver = Map.copyOf(driver);
        this.version = version;
        this.driver = driver;
        this.before = before;
        this.after = after;
        this.created = created;
        this.partitioned = partitioned;
    }

    public ServerVersion version() {
        return version;
    }

    public Map<String, String> driver() {
        return driver;
    }

    public Supplier<Snapshot> before() {
        return before;
    }

    public Supplier<Snapshot> after() {
        return after;
    }

    public Predicate<QualifiedName> created() {
        return created;
    }

    public Predicate<QualifiedName> partitioned() {
        return partitioned;
    }

    /** Returns a table before the operation; empty if the history does not define it. */
    public Optional<Table> table(QualifiedName name) {
        return before.get().table(name);
    }
}
