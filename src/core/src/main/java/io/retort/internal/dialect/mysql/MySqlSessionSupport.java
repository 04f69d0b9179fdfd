package io.retort.internal.dialect.mysql;

import io.retort.dialect.Locking;
import io.retort.dialect.Locking.LockName;
import io.retort.dialect.SessionState;
import io.retort.dialect.SessionSupport;
import io.retort.dialect.SessionSupport.CurrentSchema;
import io.retort.dialect.SessionSupport.SessionSetting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The sessions of MySQL and MariaDB: {@code get_lock}, {@code lock_wait_timeout}, the process list. */
final class MySqlSessionSupport implements SessionSupport {

    private static final int LOCK_WAIT_TIMEOUT = 1205;
    private static final int DEADLOCK = 1213;
    private static final int SECONDS_OF_A_DAY = 86_400;

    /** The server closes a session that is idle for this long, because it cannot notice a lost client otherwise. */
    private static final int MOST_IDLE_SECONDS = 30;

    /** Java code may take longer between two statements. */
    private static final int MOST_IDLE_WORK_SECONDS = 3600;

    private static final String IDLE = " case when p.command = 'Sleep' then p.time end, concat('kill ', p.id)";

    private static final String PROCESS = "p.id, p.user, null, p.host, p.time, p.info," + IDLE;

    private final String statementTimeout;
    private final SessionState state;

    /**
     * Creates the sessions of one of the two products.
     *
     * @param statementTimeout the variable that limits all kinds of statements; empty if the product has no such variable
     * @param state the state of a session
     */
    MySqlSessionSupport(String statementTimeout, SessionState state) {
        this.statementTimeout = statementTimeout;
        this.state = state;
    }

    @Override
    public Optional<SessionState> state() {
        return Optional.of(state);
    }

    @Override
    public Optional<String> schemaOf(String table) {
        return Optional.of("select database()");
    }

    @Override
    public Optional<CurrentSchema> currentSchema() {
        return Optional.of(CurrentSchema.CATALOG);
    }

    @Override
    public Locking locking(LockName name, String token) {
        String lock = "'" + name.text() + "'";
        String mine = "coalesce(is_used_lock(" + lock + "), 0) = connection_id()";
        return new Locking.Functions(
                "select case when " + mine + " then null else get_lock(" + lock + ", 0) end",
                "select release_lock(" + lock + ")",
                "select " + mine,
                "select h.id, p.user, null, p.host, p.time, p.info, case when p.command = 'Sleep' then p.time end,"
                        + " concat('kill ', h.id) from (select is_used_lock(" + lock
                        + ") as id) h left join information_schema.processlist p on p.id = h.id where h.id is not null",
                waiting(name.text()));
    }

    /**
     * A waiting session locks a name that contains its id, and a name for each bit of the second of the day at which its wait
     * began. Every user can ask who has locked a name, whereas metadata locks and connection attributes need privileges.
     */
    private static Locking.Waiting waiting(String lock) {
        String own = "concat('" + lock + "', ':', connection_id())";
        String second = "time_to_sec(utc_time())";
        StringBuilder begin = new StringBuilder("select get_lock(" + own + ", 0)");
        StringBuilder end = new StringBuilder("select release_lock(" + own + ")");
        StringJoiner since = new StringJoiner(" + ");
        for (int bit = 1; bit < SECONDS_OF_A_DAY; bit *= 2) {
            begin.append(", case when " + second + " & " + bit + " then get_lock(" + bitOf(own, bit) + ", 0) end");
            end.append(", release_lock(" + bitOf(own, bit) + ")");
            since.add("case when is_used_lock(" + bitOf("w.name", bit) + ") = w.id then " + bit + " else 0 end");
        }
        return new Locking.Waiting(
                begin.toString(),
                end.toString(),
                "select w.id, w.user, null, w.host, mod(" + second + " - w.began + " + SECONDS_OF_A_DAY + ", "
                        + SECONDS_OF_A_DAY + ") as waited, w.info, w.idle, concat('kill ', w.id) from (select w.*, "
                        + since + " as began from (select p.id, p.user, p.host, p.info,"
                        + " case when p.command = 'Sleep' then p.time end as idle, concat('" + lock
                        + "', ':', p.id) as name from information_schema.processlist p) w"
                        + " where is_used_lock(w.name) = w.id) w order by waited desc, w.id");
    }

    private static String bitOf(String name, int bit) {
        return "concat(" + name + ", ':" + bit + "')";
    }

    /** Two kinds of locks: metadata locks and row locks. */
    @Override
    public List<SessionSetting> lockTimeout(Duration timeout) {
        String seconds = String.valueOf(Math.max(1, timeout.toSeconds()));
        return List.of(setting("lock_wait_timeout", seconds), setting("innodb_lock_wait_timeout", seconds));
    }

    @Override
    public List<SessionSetting> statementTimeout(Duration timeout) {
        return statementTimeout.isEmpty()
                ? List.of()
                : List.of(setting(statementTimeout, String.format(Locale.ROOT, "%.3f", timeout.toMillis() / 1000.0)));
    }

    @Override
    public List<SessionSetting> detectLostClient() {
        return List.of(setting("wait_timeout", String.valueOf(MOST_IDLE_SECONDS)));
    }

    @Override
    public Optional<SessionSetting> ofRun(Duration lockTimeout, Duration statementTimeout) {
        List<SessionSetting> settings = new ArrayList<>(detectLostClient());
        if (!lockTimeout.isZero()) {
            settings.addAll(lockTimeout(lockTimeout));
        }
        if (!statementTimeout.isZero()) {
            settings.addAll(statementTimeout(statementTimeout));
        }
        return settings.stream().reduce(MySqlSessionSupport::together);
    }

    /** Several assignments in one statement. */
    private static SessionSetting together(SessionSetting first, SessionSetting second) {
        String assignment = second.write().replaceFirst("set ", ", ");
        return new SessionSetting(
                "select concat((" + first.read() + "), '" + assignment + "', (" + second.read() + "))",
                first.write(),
                first.value() + assignment + second.value());
    }

    @Override
    public List<SessionSetting> duringWork() {
        return List.of(setting("wait_timeout", "least(@@global.wait_timeout, " + MOST_IDLE_WORK_SECONDS + ")"));
    }

    @Override
    public Optional<String> id() {
        return Optional.of("select connection_id()");
    }

    @Override
    public Optional<String> activity(String id) {
        return Optional.of("select case when p.command = 'Sleep' then 'idle' else 'active' end"
                + " from information_schema.processlist p where p.id = " + id);
    }

    @Override
    public Optional<String> end(String id) {
        return Optional.of("kill " + id);
    }

    @Override
    public Map<String, String> connectionProperties(Duration timeout) {
        return Map.of("connectTimeout", String.valueOf(Math.max(1, timeout.toMillis())));
    }

    private static SessionSetting setting(String name, String value) {
        return new SessionSetting("select @@session." + name, "set session " + name + " = ", value);
    }

    /** Not a deadlock, which rolls back more than the statement. */
    @Override
    public boolean isLockTimeout(String sqlState, int errorCode) {
        return errorCode == LOCK_WAIT_TIMEOUT || errorCode == DEADLOCK;
    }

    /**
     * Metadata locks on the tables that the statement names, if the server records them; otherwise open transactions;
     * otherwise sessions.
     */
    @Override
    public List<String> blockers(String sql) {
        String names = "instr(lower(" + new MySqlLiterals(MySqlLiterals.Backslash.UNKNOWN).of(sql)
                + "), lower(l.object_name)) > 0";
        String others = " where p.id <> connection_id() and p.db = database()";
        return List.of(
                "select distinct " + PROCESS + " from performance_schema.metadata_locks l"
                        + " join performance_schema.threads t on t.thread_id = l.owner_thread_id"
                        + " join information_schema.processlist p on p.id = t.processlist_id"
                        + " where l.object_type = 'TABLE' and l.object_schema = database() and l.lock_status = 'GRANTED'"
                        + " and p.id <> connection_id() and " + names,
                "select p.id, p.user, null, p.host, timestampdiff(second, t.trx_started, now()), p.info,"
                        + IDLE
                        + " from information_schema.innodb_trx t join information_schema.processlist p"
                        + " on p.id = t.trx_mysql_thread_id" + others,
                "select " + PROCESS + " from information_schema.processlist p" + others
                        + " order by p.time desc limit 5");
    }

    @Override
    public Optional<String> characterSet(@Nullable String schema, String table) {
        MySqlLiterals literals = new MySqlLiterals(MySqlLiterals.Backslash.UNKNOWN);
        return Optional.of("select character_set_name from information_schema.columns where table_schema = "
                + (schema == null ? "database()" : literals.of(schema)) + " and table_name = " + literals.of(table)
                + " and column_name = 'message'");
    }
}
