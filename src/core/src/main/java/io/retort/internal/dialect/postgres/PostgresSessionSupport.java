package io.retort.internal.dialect.postgres;

import io.retort.dialect.Locking;
import io.retort.dialect.Locking.LockName;
import io.retort.dialect.SessionState;
import io.retort.dialect.SessionSupport;
import io.retort.dialect.SessionSupport.CurrentSchema;
import io.retort.dialect.SessionSupport.DriverProperty;
import io.retort.dialect.SessionSupport.IndexBuild;
import io.retort.dialect.SessionSupport.SessionSetting;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The sessions of PostgreSQL: advisory locks, {@code lock_timeout}, {@code pg_stat_activity}. */
final class PostgresSessionSupport implements SessionSupport {

    private static final Duration NOTICE_DEATH = Duration.ofSeconds(2);

    /**
     * A lost client is noticed after 25 seconds: 10 idle seconds, then three probes at intervals of 5 seconds.
     * Unacknowledged data has the same limit.
     */
    private static final Map<String, String> KEEPALIVE = Map.of(
            "tcp_keepalives_idle", "10",
            "tcp_keepalives_interval", "5",
            "tcp_keepalives_count", "3",
            "tcp_user_timeout", "25000");

    private static final String IDLE = "case when a.state <> 'active' then"
            + " extract(epoch from clock_timestamp() - a.state_change) end, 'select pg_terminate_backend(' || a.pid || ')'";

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";

    private static final String LOCK = "l.locktype = 'advisory' and l.granted"
            + " and l.database = (select oid from pg_database where datname = current_database())";

    private static final String ACTIVITY = "a.pid, a.usename, a.application_name,"
            + " coalesce(a.client_hostname, host(a.client_addr)),"
            + " extract(epoch from clock_timestamp() - coalesce(a.xact_start, a.query_start, a.backend_start)),"
            + " a.query, " + IDLE;

    @Override
    public Optional<SessionState> state() {
        return Optional.of(new PostgresSessionState());
    }

    @Override
    public Optional<String> schemaOf(String table) {
        return Optional.of("select coalesce((select n.nspname from pg_catalog.pg_class c join pg_catalog.pg_namespace n"
                + " on n.oid = c.relnamespace where c.oid = pg_catalog.to_regclass(" + new PostgresLiterals().of(table)
                + ")), pg_catalog.current_schema())");
    }

    /** The search path can contain several schemas, of which JDBC reports only the first. */
    @Override
    public Optional<CurrentSchema> currentSchema() {
        return Optional.of(
                new CurrentSchema(false, "show search_path", "select pg_catalog.set_config('search_path', ?, false)"));
    }

    /**
     * A session-level advisory lock. A shared lock next to it contains the time of its acquisition, for waiting runs. A
     * setting detects two clients in one session, which a pooler in transaction mode causes: both would get the lock.
     */
    @Override
    public Locking locking(LockName name, String token) {
        long key = name.key();
        long since = key >>> 33;
        long waiting = waiting(name);
        String mark = "'" + token + "'";
        String lock = lock(key >>> 32, key & 0xFFFF_FFFFL);
        String now = "cast(mod(floor(extract(epoch from clock_timestamp())), 2147483647) as integer)";
        return new Locking.Functions(
                "select case when coalesce(current_setting('retort.lock', true), '') <> '' then null"
                        + " when pg_try_advisory_lock(" + key + ") then set_config('retort.lock', " + mark
                        + ", false) = "
                        + mark + " and pg_try_advisory_lock_shared(" + since + ", " + now + ") else false end",
                "select pg_advisory_unlock(" + key + "), set_config('retort.lock', '', false), (select count("
                        + "pg_advisory_unlock_shared(" + since + ", cast(cast(l.objid as bigint) as integer)))"
                        + " from pg_locks l where l.pid = pg_backend_pid() and " + LOCK + " and l.objsubid = 2"
                        + " and l.classid = " + since + ")",
                "select coalesce(current_setting('retort.lock', true), '') = " + mark
                        + " and exists (select 1 from pg_locks l where l.pid = pg_backend_pid() and " + lock + ")",
                "select a.pid, a.usename, a.application_name, coalesce(a.client_hostname, host(a.client_addr)),"
                        + " (select extract(epoch from clock_timestamp()) - cast(s.objid as bigint) from pg_locks s"
                        + " where s.pid = l.pid and s.locktype = 'advisory' and s.objsubid = 2 and s.classid = " + since
                        + " limit 1), a.query, " + IDLE
                        + " from pg_locks l join pg_stat_activity a on a.pid = l.pid where " + lock,
                new Locking.Waiting(
                        "select pg_try_advisory_lock_shared(" + waiting + ", " + now + ")",
                        "select count(pg_advisory_unlock_shared(" + waiting
                                + ", cast(cast(l.objid as bigint) as integer))) from pg_locks l"
                                + " where l.pid = pg_backend_pid() and " + shared(waiting),
                        "select a.pid, a.usename, a.application_name, coalesce(a.client_hostname, host(a.client_addr)),"
                                + " extract(epoch from clock_timestamp()) - cast(l.objid as bigint), a.query, " + IDLE
                                + " from pg_locks l join pg_stat_activity a on a.pid = l.pid where " + shared(waiting)
                                + " order by cast(l.objid as bigint), a.pid"));
    }

    /** Another key than that of the lock holder, which contains the time of its acquisition in the same way. */
    private static long waiting(LockName name) {
        return new LockName(name.database(), name.schema(), name.table() + ":waiting").key() >>> 33;
    }

    private static String shared(long first) {
        return LOCK + " and l.objsubid = 2 and l.classid = " + first;
    }

    private static String lock(long high, long low) {
        return LOCK + " and l.objsubid = 1 and l.classid = " + high + " and l.objid = " + low;
    }

    /**
     * While a statement runs, the server checks whether the connection was closed. A network that drops packets closes
     * nothing, so the server's operating system must probe the client and give up soon. By default it starts after two
     * hours.
     */
    @Override
    public List<SessionSetting> detectLostClient() {
        return List.of(setting("client_connection_check_interval", NOTICE_DEATH), together(KEEPALIVE));
    }

    @Override
    public Optional<String> activity(String id) {
        return Optional.of("select case when a.state = 'active' then 'active' else 'idle' end"
                + " from pg_catalog.pg_stat_activity a where a.pid = " + id);
    }

    @Override
    public Optional<String> end(String id) {
        return Optional.of("select pg_terminate_backend(" + id + ")");
    }

    /** A pooler assigns other ids to its clients. */
    @Override
    public Optional<DriverProperty> sessionOfDriver() {
        return Optional.of(new DriverProperty("org.postgresql.PGConnection", "getBackendPID"));
    }

    @Override
    public Map<String, String> connectionProperties(Duration timeout) {
        String seconds = String.valueOf(Math.max(1, timeout.toSeconds()));
        return Map.of("tcpKeepAlive", "true", "loginTimeout", seconds);
    }

    @Override
    public List<SessionSetting> lockTimeout(Duration timeout) {
        return List.of(setting("lock_timeout", timeout));
    }

    @Override
    public List<SessionSetting> statementTimeout(Duration timeout) {
        return List.of(setting("statement_timeout", timeout));
    }

    @Override
    public Optional<SessionSetting> ofRun(Duration lockTimeout, Duration statementTimeout) {
        Map<String, String> values = new TreeMap<>(KEEPALIVE);
        values.put("client_connection_check_interval", millis(NOTICE_DEATH));
        if (!lockTimeout.isZero()) {
            values.put("lock_timeout", millis(lockTimeout));
        }
        if (!statementTimeout.isZero()) {
            values.put("statement_timeout", millis(statementTimeout));
        }
        return Optional.of(together(values));
    }

    /** Several parameters in one statement, without those that the server does not have. */
    private static SessionSetting together(Map<String, String> values) {
        String known = " k(name, value) where pg_catalog.current_setting(k.name, true) is not null";
        String rows = values.entrySet().stream()
                .map(entry -> "('" + entry.getKey() + "','" + entry.getValue() + "')")
                .collect(Collectors.joining(","));
        return new SessionSetting(
                "select pg_catalog.string_agg(pg_catalog.format('(%L,%L)', k.name,"
                        + " pg_catalog.current_setting(k.name)), ',') || ')" + known + "' from (values " + rows + ")"
                        + known,
                "select pg_catalog.set_config(k.name, k.value, false) from (values ",
                rows + ")" + known);
    }

    private static String millis(Duration timeout) {
        return timeout.toMillis() + "ms";
    }

    private static SessionSetting setting(String name, Duration timeout) {
        return new SessionSetting(
                "select quote_literal(current_setting('" + name + "'))",
                "set " + name + " = ",
                "'" + millis(timeout) + "'");
    }

    @Override
    public boolean isLockTimeout(String sqlState, int errorCode) {
        return sqlState.equals(LOCK_NOT_AVAILABLE) || sqlState.equals(DEADLOCK);
    }

    @Override
    public boolean waitsWithoutBlocking(String sql) {
        return ConcurrentIndex.isConcurrent(sql);
    }

    /** The failed statement holds no locks any more, so the sessions are found by the tables that it names. */
    @Override
    public List<String> blockers(String sql) {
        return List.of("select distinct on (a.pid) " + ACTIVITY
                + " from pg_locks l join pg_class c on c.oid = l.relation join pg_stat_activity a on a.pid = l.pid"
                + " where l.granted and l.pid <> pg_backend_pid() and c.relkind in ('r', 'p', 'm', 'v')"
                + " and c.relnamespace <> 'pg_catalog'::regnamespace"
                + " and l.database = (select oid from pg_database where datname = current_database())"
                + " and " + new PostgresLiterals().of(sql)
                + " ~* (E'\\\\m' || regexp_replace(c.relname, E'(\\\\W)', E'\\\\\\\\\\\\1', 'g') || E'\\\\M')"
                + " order by a.pid");
    }

    @Override
    public Optional<IndexBuild> indexBuild(String sql) {
        return ConcurrentIndex.of(sql);
    }

    @Override
    public Optional<String> id() {
        return Optional.of("select pg_backend_pid()");
    }

    @Override
    public Optional<String> progress(String id) {
        long pid = Long.parseLong(id);
        return Optional.of("select 'index: ' || p.phase || case when p.blocks_total > 0"
                + " then ', ' || (100 * p.blocks_done / p.blocks_total) || ' % of the blocks' else '' end"
                + " || case when p.tuples_total > 0"
                + " then ', ' || (100 * p.tuples_done / p.tuples_total) || ' % of the rows' else '' end"
                + " from pg_stat_progress_create_index p where p.pid = " + pid
                + " union all select 'table: ' || p.command || ', ' || p.phase || case when p.heap_blks_total > 0"
                + " then ', ' || (100 * p.heap_blks_scanned / p.heap_blks_total) || ' % of the blocks' else '' end"
                + " from pg_stat_progress_cluster p where p.pid = " + pid
                + " union all select 'copy: ' || p.tuples_processed || ' rows' from pg_stat_progress_copy p where p.pid = "
                + pid
                + " union all select 'waits for pid ' || a.pid || coalesce(' (' || a.usename || ')', '') || ', ' || a.state"
                + " from pg_stat_activity a where a.pid = any(pg_blocking_pids(" + pid + "))");
    }

    @Override
    public Optional<String> characterSet(@Nullable String schema, String table) {
        return Optional.of("select current_setting('server_encoding')");
    }
}
