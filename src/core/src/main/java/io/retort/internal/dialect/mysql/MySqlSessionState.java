package io.retort.internal.dialect.mysql;

import io.retort.dialect.SessionState;
import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.internal.sql.TokenCursor;
import io.retort.internal.sql.WordSearch;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The state of a session of MySQL or MariaDB: session variables, the current database and user variables. Neither
 * server lists the temporary tables and table locks of a session, so those that the SQL names are dropped or released.
 */
abstract class MySqlSessionState implements SessionState {

    private static final String DATABASE = "database";
    private static final String FROZEN = "frozen clock";
    private static final String VARIABLE = "variable ";
    static final String USER_VARIABLE = "user variable ";

    private static final int GLOBAL_VARIABLE = 1229;
    private static final int READ_ONLY_VARIABLE = 1238;

    /** Variables that show null as an empty text. */
    private static final List<String> EMPTY_IS_NULL =
            List.of("character_set_results", "storage_engine", "stopword_table", "tmpdir");

    private static final List<String> BIG_QUERY = List.of("max_join_size", "sql_big_selects");

    /** Limits that would end the query for the state: of time, of memory, of rows and of temporary tables. */
    private static final List<String> LIMITS = List.of(
            "max_execution_time",
            "max_statement_time",
            "max_session_mem_used",
            "max_heap_table_size",
            "max_tmp_session_space_usage",
            "tmp_table_size",
            "tmp_memory_table_size",
            "tmp_disk_table_size",
            "sql_select_limit");

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
        WordSearch words = WordSearch.in(sql);
        for (TokenCursor cursor : words.after("@")) {
            if (!cursor.isAfter("@")) {
                addVariable(cursor, names);
            }
        }
        return names;
    }

    /** A name can contain dots. One in quotes is not queried. */
    private static void addVariable(TokenCursor cursor, Set<String> names) {
        int end = cursor.position();
        StringBuilder name = new StringBuilder();
        while (cursor.peek().start() == end
                && (cursor.peek().kind() == Kind.WORD || cursor.peek().is("."))) {
            end = cursor.peek().end();
            name.append(cursor.take().text());
        }
        if (!name.isEmpty() && name.charAt(0) != '.') {
            names.add(name.toString().toLowerCase(Locale.ROOT));
        }
    }

    static String variable(String name) {
        return "concat('" + VARIABLE + "', lower(" + name + "))";
    }

    @Override
    public List<String> restoredFirst() {
        return List.of(DATABASE);
    }

    @Override
    public Optional<String> restore(String item, @Nullable String before, @Nullable String now) {
        if (item.equals(DATABASE)) {
            return before == null ? Optional.empty() : Optional.of("use " + database(before));
        }
        if (item.equals(FROZEN)) {
            return Optional.of("set timestamp = default");
        }
        boolean emptyIsNull = EMPTY_IS_NULL.stream().anyMatch(item::contains);
        String value = before == null || before.equals("''") && emptyIsNull ? "null" : unquotedNumber(before);
        return item.startsWith(USER_VARIABLE)
                ? Optional.of("set @`" + item.substring(USER_VARIABLE.length()).replace("`", "``") + "` = " + value)
                : Optional.of("set session " + item.substring(VARIABLE.length()) + " = " + value);
    }

    /** A number is shown in quotes, and a variable that holds one refuses a string. */
    private static String unquotedNumber(String value) {
        String inside = value.length() > 2 && value.startsWith("'") && value.endsWith("'")
                ? value.substring(1, value.length() - 1)
                : "";
        String digits = inside.startsWith("-") ? inside.substring(1) : inside;
        boolean isNumber = !digits.isEmpty()
                && Character.isDigit(digits.charAt(0))
                && Character.isDigit(digits.charAt(digits.length() - 1))
                && digits.chars().allMatch(sign -> sign == '.' || Character.isDigit(sign))
                && digits.indexOf('.') == digits.lastIndexOf('.');
        return isNumber ? inside : value;
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
        WordSearch words = WordSearch.in(sql);
        LIMITS.stream().filter(words::has).forEach(limit -> statements.add("set session " + limit + " = default"));
        // not compared with the other variables, because drivers set it; with it the history table could not be updated
        if (work || words.has("read_only") || words.has("read", "only")) {
            statements.add("set session transaction read write");
        }
        if (words.hasAny(BIG_QUERY)) {
            statements.add("set session sql_big_selects = 1");
        }
        if (work || locksTables(words)) {
            statements.add("unlock tables");
        }
        if (words.has("timestamp", "=") || words.has("timestamp", ":", "=")) {
            statements.add("set timestamp = default");
        }
        words.after("create").stream()
                .map(MySqlSessionState::temporaryTable)
                .filter(name -> !name.isEmpty())
                .forEach(name -> statements.add("drop temporary table if exists " + name));
        return statements;
    }

    private static boolean locksTables(WordSearch words) {
        return words.after("lock").stream().anyMatch(cursor -> cursor.takeAny("table", "tables", "instance"))
                || words.after("flush").stream().anyMatch(cursor -> {
                    cursor.takeAny("local", "no_write_to_binlog");
                    return cursor.takeAny("table", "tables");
                });
    }

    /** Returns the name of the temporary table that is created; empty if it is something else. */
    private static String temporaryTable(TokenCursor cursor) {
        cursor.take("or", "replace");
        if (!cursor.take("temporary", "table")) {
            return "";
        }
        cursor.take("if", "not", "exists");
        return cursor.written();
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
