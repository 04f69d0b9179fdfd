package io.retort.migration;

import io.retort.operation.Operation;
import java.util.List;

/**
 * Edits the operations of a revision before it is written. An application has one as a Spring bean, or several in order.
 *
 * <p>It sees what the comparison of entities and database has found, after all questions are answered, and answers what
 * is to be written instead: less, more, or something else. {@code migrate:check} asks it as well, so what it takes away
 * is no difference. It is called when a revision is written, never when one runs.
 */
@FunctionalInterface
public interface RevisionRewriter {

    /** The operations to write in place of these, in the order in which they are to run. */
    List<Operation> rewrite(List<Operation> operations);
}
