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
 *
 * @param version the version of the server
 * @param driver the parameters of the JDBC URL
 * @param before the schema before the operation, as far as the history defines it; computed only on demand
 * @param after the schema after the whole step; computed only on demand
 * @param created whether a table is new: an earlier operation of the same run created it
 * @param partitioned whether a table consists of partitions
 */
public record LintContext(
        ServerVersion version,
        Map<String, String> driver,
        Supplier<Snapshot> before,
        Supplier<Snapshot> after,
        Predicate<QualifiedName> created,
        Predicate<QualifiedName> partitioned) {

    public LintContext {
        driver = Map.copyOf(driver);
    }

    /** Returns a table before the operation; empty if the history does not define it. */
    public Optional<Table> table(QualifiedName name) {
        return before.get().table(name);
    }
}
