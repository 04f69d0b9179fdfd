package io.retort.internal.session;

import io.retort.dialect.SessionState;
import io.retort.internal.log.PrintableLog;
import io.retort.operation.Statement;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Gives each revision the same session state. Whatever a revision has set, created or locked in its session is undone
 * when the revision ends. A connection that cannot be restored is closed instead of returned to its pool.
 *
 * <p>Only handwritten statements can change a session. A run without any sends no query. Otherwise the state is read
 * once before the first revision and once after each revision that may have changed it.
 */
public final class SessionIsolation implements AutoCloseable {

    /** How much of each statement is searched for names, in characters. */
    private static final int READ = 100_000;

    private final JdbcQueries questions;
    private final @Nullable SessionState product;
    private final String sql;
    private final String query;
    private final Map<String, String> before;
    private final @Nullable JdbcAttributes attributes;

    /** Items that turned out not to belong to the session. */
    private final Set<String> foreign = new TreeSet<>();

    private boolean changed;

    private SessionIsolation(
            JdbcQueries questions, @Nullable SessionState product, String sql, @Nullable JdbcAttributes attributes)
            throws SQLException {
        this.questions = questions;
        this.product = product;
        this.sql = sql;
        this.query = product == null ? "" : product.query(sql);
        this.before = product == null ? Map.of() : questions.pairs(query);
        this.attributes = attributes;
    }

    /**
     * Reads the state of a session, if one of the statements may change it.
     *
     * @param connection the connection
     * @param product the state of the product's sessions; empty if Retort does not support it
     * @param handWritten the handwritten statements of the run
     */
    public static SessionIsolation of(
            Connection connection, Optional<SessionState> product, Collection<Statement> handWritten)
            throws SQLException {
        SessionState known = product.orElse(null);
        boolean needed = known != null && handWritten.stream().anyMatch(statement -> isChangedBy(known, statement));
        return new SessionIsolation(
                new JdbcQueries(connection),
                needed ? known : null,
                text(handWritten),
                isWork(handWritten) ? JdbcAttributes.of(connection, known == null) : null);
    }

    private static boolean isChangedBy(SessionState product, Statement statement) {
        return !(statement instanceof Statement.Sql written) || product.isChangedBy(written.text());
    }

    private static String text(Collection<Statement> statements) {
        StringBuilder text = new StringBuilder();
        for (Statement statement : statements) {
            if (statement instanceof Statement.Sql written) {
                String sql = written.text();
                text.append(sql, 0, Math.min(sql.length(), READ)).append('\n');
            }
        }
        return text.toString();
    }

    /** Returns whether a revision with these statements may change the session. */
    public boolean isChangedBy(Collection<Statement> handWritten) {
        SessionState known = product;
        return known != null && handWritten.stream().anyMatch(statement -> isChangedBy(known, statement));
    }

    /**
     * Returns whether a revision may have released the migration lock.
     *
     * @param handWritten the statements of the revision that people wrote
     */
    public boolean mayReleaseLock(Collection<Statement> handWritten) {
        SessionState known = product;
        return known != null && (isWork(handWritten) || known.mayReleaseLock(text(handWritten)));
    }

    /** Records that such a revision begins: closing restores the session, unless {@link #restore} has done so. */
    public void expectChange() {
        changed = true;
    }

    /**
     * Detects whether a revision has changed the session, or may have without that a query shows it. Then closing restores
     * the session. Only queries the database, so it can be called inside a transaction.
     *
     * @param handWritten the handwritten statements of the revision
     * @return whether it has changed, or may have
     */
    public boolean detectChange(Collection<Statement> handWritten) throws SQLException {
        SessionState known = product;
        if (known == null) {
            return false;
        }
        changed = isWork(handWritten)
                || !known.cleanUp(text(handWritten), false).isEmpty()
                || !differences(known, questions.pairs(query)).stream().allMatch(known::isOfTransaction);
        return changed;
    }

    private static boolean isWork(Collection<Statement> handWritten) {
        return handWritten.stream().anyMatch(statement -> !(statement instanceof Statement.Sql));
    }

    /** In the order in which they are restored. */
    private List<String> differences(SessionState known, Map<String, String> now) {
        Set<String> items = new TreeSet<>(before.keySet());
        items.addAll(now.keySet());
        items.removeAll(foreign);
        items.removeIf(item -> Objects.equals(before.get(item), now.get(item)));
        List<String> ordered = new ArrayList<>(known.restoredFirst());
        ordered.retainAll(items);
        items.removeAll(ordered);
        ordered.addAll(items);
        return ordered;
    }

    /**
     * Restores the session after a revision.
     *
     * @param handWritten the handwritten statements of the revision
     * @throws SQLException if an item cannot be restored
     */
    public void restore(Collection<Statement> handWritten) throws SQLException {
        SessionState known = product;
        if (known == null) {
            return;
        }
        boolean work = isWork(handWritten);
        for (String statement : known.cleanUp(text(handWritten), work)) {
            questions.run(statement);
        }
        if (work) {
            restoreAttributes();
        }
        Map<String, String> now = questions.pairs(query);
        for (String item : differences(known, now)) {
            restore(known, item, now.get(item));
        }
        changed = false;
    }

    private void restoreAttributes() throws SQLException {
        if (attributes != null) {
            attributes.restore(questions.connection());
        }
    }

    private void restore(SessionState known, String item, @Nullable String now) throws SQLException {
        Optional<String> statement = known.restore(item, before.get(item), now);
        if (statement.isEmpty()) {
            return;
        }
        try {
            questions.run(statement.get());
            PrintableLog.of(SessionIsolation.class).debug("Restored the session: {}", statement.get());
        } catch (SQLException e) {
            if (!known.isForeign(e.getErrorCode())) {
                throw new SQLException(
                        "the session's " + item + " could not be restored with \"" + statement.get() + "\": "
                                + e.getMessage(),
                        e.getSQLState(),
                        e.getErrorCode(),
                        e);
            }
            foreign.add(item);
        }
    }

    /** Never throws: a connection that cannot be restored is closed. */
    @Override
    public void close() {
        try {
            restoreAttributes();
            if (changed) {
                restore(List.of());
            }
        } catch (SQLException e) {
            PrintableLog.of(SessionIsolation.class)
                    .debug("The session could not be restored; its connection is closed", e);
            OpenTransaction.abort(questions.connection());
        }
    }
}
