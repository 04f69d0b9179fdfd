package io.retort.internal.lint.rule;

import io.retort.dialect.Dialect;
import io.retort.operation.Operation;
import java.util.List;
import java.util.Optional;

/** The lint rules of a product. Implementations are stateless. */
public interface LintRules {

    /** The rules of a product whose databases have no other sessions. */
    LintRules NONE = new LintRules() {
        @Override
        public List<Rule> rules() {
            return List.of();
        }

        @Override
        public List<Violation> check(Operation operation, LintContext context) {
            return List.of();
        }

        @Override
        public List<Violation> check(SqlAction action, LintContext context) {
            return List.of();
        }
    };

    /** A dialect whose product has lint rules. A product without them has embedded databases, or is not known to Retort. */
    interface Provider {

        /** Returns the lint rules of the product. */
        LintRules lintRules();
    }

    /** Returns the lint rules of a dialect's product; {@link #NONE} if it has none. */
    static LintRules of(Dialect dialect) {
        return dialect instanceof Provider provider ? provider.lintRules() : NONE;
    }

    /** Returns the product's own rules; empty if its databases are embedded, so that no session waits. */
    List<Rule> rules();

    /** Returns the violations of an operation. */
    List<Violation> check(Operation operation, LintContext context);

    /** Returns the violations of a statement for which there is no operation. */
    List<Violation> check(SqlAction action, LintContext context);

    /**
     * Returns the operations that make the same change without blocking other sessions; the operation alone if the product
     * has no such form, or needs none.
     *
     * @param violations the violations of the operation
     * @param context what is known besides the operation
     */
    default List<Operation> concurrently(Operation operation, List<Violation> violations, LintContext context) {
        return List.of(operation);
    }

    /**
     * Returns a query for the size of each table: its schema, or null for the current one, its stored name, rows and
     * bytes, with -1 or null for an unknown number. It takes no locks. Empty if the product has no such catalog.
     */
    default Optional<String> sizes() {
        return Optional.empty();
    }
}
