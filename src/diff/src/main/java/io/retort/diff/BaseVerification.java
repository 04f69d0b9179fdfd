package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.author.AdoptedSchema.Verification;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.Differ;
import io.retort.diff.internal.inspect.Inspector;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.internal.scratch.Scratch;
import io.retort.diff.internal.scratch.Scratch.Failure;
import io.retort.error.RetortException;
import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Builds a base schema in an empty scratch schema and compares the result with the live one. A table that differs is
 * built once more with the database's own definitions.
 */
final class BaseVerification {

    private final Connection connection;
    private final Dialect dialect;
    private final Inspector inspector;
    private final Snapshot live;

    /**
     * @param connection a connection to the database
     * @param dialect its dialect
     * @param inspector inspects the scratch schema
     * @param live the live schema as far as it is taken
     */
    BaseVerification(Connection connection, Dialect dialect, Inspector inspector, Snapshot live) {
        this.connection = connection;
        this.dialect = dialect;
        this.inspector = inspector;
        this.live = live;
    }

    /**
     * A verified schema.
     *
     * @param base the schema, with the definitions that proved to be right
     * @param verification the result
     */
    record Verified(Snapshot base, Verification verification) {}

    /** Builds the schema and compares it. Never fails: what cannot be built is part of the result. */
    Verified of(Snapshot base) {
        try {
            Attempt first = build(base);
            if (first.differences().isEmpty()) {
                return new Verified(base, Verification.EQUAL);
            }
            Snapshot corrected = BaseSchema.withLive(base, live, first.tables());
            Attempt second = build(corrected);
            return second.differences().size() < first.differences().size()
                    ? new Verified(corrected, Verification.differing(second.differences()))
                    : new Verified(base, Verification.differing(first.differences()));
        } catch (RetortException e) {
            return new Verified(base, Verification.notVerified(e.what()));
        }
    }

    private record Attempt(List<String> differences, Set<QualifiedName> tables) {}

    private Attempt build(Snapshot base) {
        Scratch scratch = ComparedProduct.of(dialect).scratchSchema(dialect).read(connection, base, inspector);
        List<Operation> found = Differ.compare(new ComparisonContext(scratch.snapshot(), live, live, name -> true))
                .operations();
        List<String> differences = new ArrayList<>();
        for (Failure failure : scratch.failures()) {
            differences.add("not created: " + failure.statement() + " (" + failure.words() + ")");
        }
        found.forEach(operation -> differences.add(operation.describe()));
        Set<QualifiedName> tables =
                found.stream().map(Operation::subject).flatMap(Optional::stream).collect(Collectors.toSet());
        return new Attempt(differences, tables);
    }
}
