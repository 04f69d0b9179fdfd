package io.retort.testkit.dump;

import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** SQLite's pragmas, and the statements in its catalog for what they do not report: check constraints and indexes. */
final class SqlitePragmas implements DumpTool {

    private static final Pattern NAME = Pattern.compile("^index (?:\\w+|\"[^\"]+\") (\\w+|\"[^\"]+\") ");
    private static final String TABLES = "from sqlite_master m where m.type = 'table' and m.name not like 'sqlite_%'";

    private static final List<String> QUERIES = List.of(
            "select 'table ' || m.name " + TABLES,
            """
            select 'column ' || case when instr(m.name, ' ') then '"' || m.name || '"' else m.name end || ' ' || c.cid || ' ' || c.name || ' ' || lower(c.type) || ' ' || c."notnull" || ' '
              || coalesce(c.dflt_value, '-') || ' ' || c.pk || ' ' || c.hidden
            from sqlite_master m, pragma_table_xinfo(m.name) c where m.type = 'table' and m.name not like 'sqlite_%'""",
            """
            select 'index ' || case when instr(m.name, ' ') then '"' || m.name || '"' else m.name end || ' '
              || case when instr(i.name, ' ') then '"' || i.name || '"' else i.name end || ' ' || i."unique" || ' ' || i.origin || ' ' || i.partial || ' '
              || (select group_concat(coalesce(x.name, '?') || ' ' || x."desc" || ' ' || x.coll)
                  from pragma_index_xinfo(i.name) x where x.key)
              || ' ' || coalesce((select replace(replace(lower(s.sql), lower(i.name), ''), '"', '') from sqlite_master s
                  where s.name = i.name), '')
            from sqlite_master m, pragma_index_list(m.name) i where m.type = 'table' and m.name not like 'sqlite_%'""",
            """
            select 'key ' || m.name || ' ' || f.id || ' ' || f.seq || ' ' || f."table" || ' ' || f."from" || ' '
              || coalesce(f."to", '-') || ' ' || f.on_update || ' ' || f.on_delete
            from sqlite_master m, pragma_foreign_key_list(m.name) f where m.type = 'table'""",
            "select 'view ' || sql from sqlite_master where type in ('view', 'trigger')");

    @Override
    public List<String> lines(Connection connection) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (String query : QUERIES) {
            lines.addAll(TestDb.query(connection, query));
        }
        for (String table : TestDb.query(connection, "select m.name " + TABLES)) {
            String sql = TestDb.query(
                            connection, "select sql from sqlite_master where name = '" + table.replace("'", "''") + "'")
                    .get(0);
            checks(sql).forEach(check -> lines.add("check " + table + " " + check));
            lines.addAll(TableRows.of(connection, '"' + table.replace("\"", "\"\"") + '"'));
        }
        return lines;
    }

    /** The conditions of a table's check constraints. */
    private static List<String> checks(String sql) {
        List<String> checks = new ArrayList<>();
        for (int at = sql.indexOf("check ("); at >= 0; at = sql.indexOf("check (", at + 1)) {
            int depth = 0;
            int end = at + "check ".length();
            do {
                depth += sql.charAt(end) == '(' ? 1 : sql.charAt(end) == ')' ? -1 : 0;
                end++;
            } while (depth > 0);
            checks.add(bare(sql.substring(at + "check ".length(), end)));
        }
        return checks;
    }

    /** Redundant parentheses do not count. */
    private static String bare(String condition) {
        boolean twice = condition.startsWith("((")
                && condition.endsWith("))")
                && condition.indexOf(')') == condition.length() - 2;
        boolean list = condition.matches("\\(\\([^()]*\\([^()]*\\)\\)\\)");
        return twice || list ? condition.substring(1, condition.length() - 1) : condition;
    }

    @Override
    public Pattern name() {
        return NAME;
    }
}
