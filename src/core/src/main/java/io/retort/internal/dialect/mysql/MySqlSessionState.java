package io.retort.internal.dialect.mysql;

import io.retort.dialect.SessionState;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The state of a session of MySQL or MariaDB: session variables, the current database and user variables. Neither
 * server lists the temporary tables and table locks of a session, so those that the SQL names are dropped or released.
 */
abstract class MySqlSessionState implements SessionState {

    private static final String DATABASE = "a database";
    private static final String FROZEN = "frozen clock";
    private static final String VARIABLE = "variable ";
    static final String USER_VARIABLE = "user variable ";

    private static final int GLOBAL_VARIABLE = 1229;
    private static final int READ_ONLY_VARIABLE = 1238;

    /** Variables that show null as an empty text. */
    private static final Pattern EMPTY_IS_NULL =
            Pattern.compile("character_set_results|storage_engine|stopword_table|tmpdir");

    private static final Pattern BIG_QUERY = Pattern.compile("(?i)\\b(?:max_join_size|sql_big_selects)\\b");

    /** Limits that would end the query for the state: of time, of memory, of rows and of temporary tables. */
    private static final Pattern LIMIT =
            Pattern.compile("(?i)\\bmax_(?:execution_time|statement_time|session_mem_used|heap_table_size"
                    + "|tmp_session_space_usage)\\b|\\btmp_(?:memory_|disk_)?table_size\\b|\\bsql_select_limit\\b");

    /**
     * Not compared with the other variables, because drivers set it themselves; and with it the history table could not
     * be updated.
     */
    private static final Pattern READ_ONLY = Pattern.compile("(?i)\\bread(?:_|\\s++)only\\b");

    private static final Pattern NUMBER = Pattern.compile("'(-?\\d+(?:\\.\\d+)?)'");

    private static final Pattern TEMPORARY = Pattern.compile(
            "(?i)\\bcreate\\s++(?:or\\s++replace\\s++)?temporary\\s++table\\s++(?:if\\s++not\\s++exists\\s++)?"
                    + "((?:[\\w$]++|`[^`]++`)(?:\\s*+\\.\\s*+(?:[\\w$]++|`[^`]++`))?)");

    private static final Pattern TABLE_LOCK = Pattern.compile(
            "(?i)\\block\\s++(?:tables?|instance)\\b|\\bflush\\s++(?:local\\s++|no_write_to_binlog\\s++)?tables?\\b");

    private static final Pattern CLOCK = Pattern.compile("(?i)\\btimestamp\\b\\s*+:?=");

    private static final Pattern NAMED = Pattern.compile("(?<![@\\w])@([A-Za-z_$][\\w$.]*+)");

    /** Variables that change by themselves, or with every statement. */
    static final String VOLATILE =
            "('timestamp', 'last_insert_id', 'identity', 'insert_id', 'rand_seed1', 'rand_seed2',"
                    + " 'error_count', 'warning_count', 'in_transaction', 'last_gtid', 'pseudo_thread_id', 'statement_id',"
                    + " 'gtid_next', 'proxy_user', 'external_user', 'character_set_database',"
                    + " 'collation_database', 'tx_isolation', 'tx_read_only', 'transaction_read_only')";

    /**
     * The rows for the current database, with the character set and collation that {@code use} sets with it, and for a clock
     * that {@code set timestamp} has stopped.
     */
    static final String COMMON = "select '" + DATABASE + "', concat(@@session.character_set_database, ' ',"
            + " @@session.collation_database, ' ', database()) union all select '" + FROZEN + "',"
            + " cast(abs(unix_timestamp(sysdate()) - unix_timestamp(now())) > 2 as char)";

    /** Returns the variables that a text sets or reads. */
    static Set<String> named(String sql) {
        Set<String> names = new LinkedHashSet<>();
        Matcher named = NAMED.matcher(sql);
        while (named.find()) {
            names.add(named.group(1).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    static String variable(String name) {
        return "concat('" + VARIABLE + "', lower(" + name + "))";
    }

    @Override
    public Optional<String> restore(String item, @Nullable String before, @Nullable String now) {
        if (item.equals(DATABASE)) {
            return before == null ? Optional.empty() : Optional.of("use " + database(before));
        }
        if (item.equals(FROZEN)) {
            return Optional.of("set timestamp = default");
        }
        boolean unset = before == null
                || before.equals("''") && EMPTY_IS_NULL.matcher(item).find();
        String value = unset ? "null" : NUMBER.matcher(before).replaceFirst("$1");
        return item.startsWith(USER_VARIABLE)
                ? Optional.of("set @`" + item.substring(USER_VARIABLE.length()).replace("`", "``") + "` = " + value)
                : Optional.of("set session " + item.substring(VARIABLE.length()) + " = " + value);
    }

    /** The name behind character set and collation. */
    private static String database(String item) {
        return "`" + item.split(" ", 3)[2].replace("`", "``") + "`";
    }

    @Override
    public boolean mayReleaseLock(String sql) {
        String text = sql.toLowerCase(Locale.ROOT);
        return text.contains("release_lock") || text.contains("release_all_locks");
    }

    @Override
    public List<String> cleanUp(String sql, boolean work) {
        List<String> statements = new ArrayList<>();
        Matcher limit = LIMIT.matcher(sql);
        while (limit.find()) {
            statements.add("set session " + limit.group() + " = default");
        }
        if (work || READ_ONLY.matcher(sql).find()) {
            statements.add("set session transaction read write");
        }
        if (BIG_QUERY.matcher(sql).find()) {
            statements.add("set session sql_big_selects = 1");
        }
        if (work || TABLE_LOCK.matcher(sql).find()) {
            statements.add("unlock tables");
        }
        if (CLOCK.matcher(sql).find()) {
            statements.add("set timestamp = default");
        }
        Matcher temporary = TEMPORARY.matcher(sql);
        while (temporary.find()) {
            statements.add("drop temporary table if exists " + temporary.group(1));
        }
        return statements;
    }

    @Override
    public boolean isForeign(int errorCode) {
        return errorCode == GLOBAL_VARIABLE || errorCode == READ_ONLY_VARIABLE;
    }

    @Override
    public boolean isOfTransaction(String item) {
        return item.equals(VARIABLE + "autocommit");
    }

    /** MariaDB shows which variables belong to a session, and lists user variables. */
    static final class OfMariaDb extends MySqlSessionState {

        @Override
        public String query(String sql) {
            return "select " + variable("v.variable_name") + ", quote(v.session_value)"
                    + " from information_schema.system_variables v where v.variable_scope like 'SESSION%'"
                    + " and v.read_only = 'NO' and lower(v.variable_name) not in " + VOLATILE
                    + " union all select concat('" + USER_VARIABLE + "', u.variable_name), case when u.variable_type in"
                    + " ('VARCHAR', 'BLOB') then quote(u.variable_value) else concat('''', u.variable_value, '''') end"
                    + " from information_schema.user_variables u where u.variable_value is not null"
                    + " union all " + COMMON;
        }
    }

    /** MySQL shows global variables, too; those that cannot be set for a session are skipped. */
    static final class OfMySql extends MySqlSessionState {

        @Override
        public String query(String sql) {
            StringBuilder query = new StringBuilder("select " + variable("v.variable_name")
                    + ", quote(v.variable_value) from performance_schema.session_variables v"
                    + " where lower(v.variable_name) not in " + VOLATILE + " union all " + COMMON);
            named(sql)
                    .forEach(name -> query.append(" union all select '" + USER_VARIABLE + name + "', nullif(quote(@`"
                            + name + "`), 'NULL')"));
            return query.toString();
        }
    }
}
