package io.retort.internal.session;

import io.retort.dialect.SessionSupport.SessionSetting;
import io.retort.internal.log.PrintableLog;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Temporary settings of a session. Closing restores the earlier values, so that a pooled connection is returned
 * unchanged.
 */
public final class SessionSettings implements AutoCloseable {

    private final JdbcQueries questions;
    private final List<String> undo = new ArrayList<>();

    private SessionSettings(JdbcQueries questions) {
        this.questions = questions;
    }

    /**
     * Changes all settings that a run needs, in a session with auto-commit on: at once, or one by one if the server
     * refuses that.
     *
     * @param together all settings as one; empty if the product has no statement for that
     * @param needed the settings that are required
     * @param wanted the settings that are skipped if the server refuses them
     */
    public static SessionSettings ofRun(
            Optional<SessionSetting> together,
            List<SessionSetting> needed,
            List<SessionSetting> wanted,
            JdbcQueries questions)
            throws SQLException {
        SessionSettings applied =
                new SessionSettings(questions).tryTo(together.stream().toList());
        return applied.undo.isEmpty() ? apply(needed, questions).tryTo(wanted) : applied;
    }

    /**
     * Changes the settings of a session with auto-commit on, in this order.
     *
     * @throws SQLException if one of them fails; the others are restored
     */
    public static SessionSettings apply(List<SessionSetting> settings, JdbcQueries questions) throws SQLException {
        SessionSettings applied = new SessionSettings(questions);
        try {
            for (SessionSetting setting : settings) {
                applied.apply(setting);
            }
            return applied;
        } catch (SQLException e) {
            applied.close();
            throw e;
        }
    }

    /** Changes further settings and skips those that the server refuses. */
    public SessionSettings tryTo(List<SessionSetting> settings) {
        for (SessionSetting setting : settings) {
            try {
                apply(setting);
            } catch (SQLException e) {
                PrintableLog.of(SessionSettings.class).debug("Not set: {}", setting, e);
            }
        }
        return this;
    }

    private void apply(SessionSetting setting) throws SQLException {
        String before =
                questions.text(setting.read()).orElseThrow(() -> new SQLException("no value for: " + setting.read()));
        questions.run(setting.write() + setting.value());
        undo.add(setting.write() + before);
    }

    /** Never throws: a pool does not reuse a connection on which no statement works. */
    @Override
    public void close() {
        Collections.reverse(undo);
        for (String statement : undo) {
            try {
                questions.run(statement);
            } catch (SQLException e) {
                PrintableLog.of(SessionSettings.class).debug("Not restored: {}", statement, e);
            }
        }
        undo.clear();
    }
}
