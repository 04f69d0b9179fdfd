package io.retort.run.session;

import io.retort.dialect.Setting;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** What a session is set to for a while; closing sets it back, so that a pooled connection goes back as it came. */
public final class SessionSettings implements AutoCloseable {

    private final Questions questions;
    private final List<String> undo = new ArrayList<>();

    private SessionSettings(Questions questions) {
        this.questions = questions;
    }

    /**
     * Sets a session whose auto-commit is on to all that a run needs: at once, or what the server refuses at once one by one.
     *
     * @param together all of it; empty if the product has no statement for that
     * @param needed what it must be set to
     * @param wanted what it is set to as far as the server can
     */
    public static SessionSettings ofRun(
            Optional<Setting> together, List<Setting> needed, List<Setting> wanted, Questions questions)
            throws SQLException {
        SessionSettings applied =
                new SessionSettings(questions).tryTo(together.stream().toList());
        return applied.undo.isEmpty() ? apply(needed, questions).tryTo(wanted) : applied;
    }

    /** Sets a session whose auto-commit is on, in order. */
    public static SessionSettings apply(List<Setting> settings, Questions questions) throws SQLException {
        SessionSettings applied = new SessionSettings(questions);
        try {
            for (Setting setting : settings) {
                applied.apply(setting);
            }
            return applied;
        } catch (SQLException e) {
            applied.close();
            throw e;
        }
    }

    /** Sets more, and leaves out what the server refuses. */
    public SessionSettings tryTo(List<Setting> settings) {
        for (Setting setting : settings) {
            try {
                apply(setting);
            } catch (SQLException e) {
                LoggerFactory.getLogger(SessionSettings.class).debug("Not set: {}", setting, e);
            }
        }
        return this;
    }

    private void apply(Setting setting) throws SQLException {
        String before =
                questions.text(setting.read()).orElseThrow(() -> new SQLException("no value for: " + setting.read()));
        questions.run(setting.write() + setting.value());
        undo.add(setting.write() + before);
    }

    /** Never fails: a connection on which nothing can be set any more goes back to no pool. */
    @Override
    public void close() {
        Collections.reverse(undo);
        for (String statement : undo) {
            try {
                questions.run(statement);
            } catch (SQLException e) {
                LoggerFactory.getLogger(SessionSettings.class).debug("Not set back: {}", statement, e);
            }
        }
        undo.clear();
    }
}
