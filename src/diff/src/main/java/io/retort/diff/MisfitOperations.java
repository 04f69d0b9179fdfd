package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.internal.history.History;
import io.retort.internal.history.SqlMigration;
import io.retort.internal.state.Contradiction;
import io.retort.internal.state.HistorySchema;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.Direction;
import java.util.List;

/** Operations and declarations of revisions that do not fit the schema before them, as messages show them. */
final class MisfitOperations {

    private final History history;
    private final Dialect dialect;

    /**
     * @param history the revisions
     * @param dialect the product
     */
    MisfitOperations(History history, Dialect dialect) {
        this.history = history;
        this.dialect = dialect;
    }

    /** Returns one sentence for each, without its full stop. */
    List<String> in(HistorySchema schema) {
        return schema.contradictions().stream()
                .map(one -> "revision " + one.revision() + " in " + place(one) + " does not fit: " + one.operation()
                        + ", but " + one.reason())
                .toList();
    }

    /** The file or class of a revision, with the line of the statement or call if it is known. */
    private String place(Contradiction contradiction) {
        String location = history.graph().get(contradiction.revision()).location();
        Migration migration = history.migration(contradiction.revision(), dialect.syntax());
        int line = migration instanceof SqlMigration file
                ? file.line(Direction.UP, contradiction.index())
                : Operations.linesOf(migration).get(contradiction.index());
        return line <= 0 ? location : location + ":" + line;
    }
}
