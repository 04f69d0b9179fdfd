package io.retort.internal.dialect.mysql;

import io.retort.internal.dialect.ansi.BackfillSql;
import io.retort.operation.Batches;
import java.util.List;

/**
 * The procedure of a script that fills rows in batches: created, called and dropped. User variables contain the key, because
 * they get the type and the collation of its columns.
 *
 * @param sql the parts of the statements
 * @param key the columns of the key
 * @param batches how the rows are divided
 */
record BackfillProcedure(BackfillSql sql, List<String> key, Batches batches) {

    private static final String NAME = "retort_backfill";

    String text() {
        List<String> columns = key.stream().map(sql.words()::name).toList();
        List<String> last = BackfillSql.numbered("@retort_last_", key);
        List<String> until = BackfillSql.numbered("@retort_until_", key);
        String after = BackfillSql.compared(columns, ">", last);
        String upTo = BackfillSql.compared(columns, "<=", until);
        String table = sql.tableName();
        String ordered = " order by " + String.join(", ", columns);
        String body = "  declare finished int default 0;\n"
                + "  declare unfilled bigint default 0;\n"
                + "  declare waiting varchar(255);\n"
                + "  declare continue handler for not found set finished = 1;\n"
                + "  select " + String.join(", ", columns) + " into " + String.join(", ", last) + " from " + table
                + ordered
                + " limit 1;\n"
                + "  if finished = 0 then\n"
                + update(BackfillSql.compared(columns, "<=", last))
                + "  end if;\n"
                + "  while finished = 0 do\n" + waiting()
                + "    select " + String.join(", ", columns) + " into " + String.join(", ", until) + " from " + table
                + " where " + after + ordered + " limit 1 offset " + (sql.rows(batches) - 1) + ";\n"
                + "    if finished = 0 then\n"
                + update(after + " and " + upTo)
                + "    else\n"
                + update(after)
                + "    end if;\n"
                + assignments(last, until) + pause()
                + "  end while;\n"
                + "  select count(*) into unfilled from " + table + " where " + sql.condition() + ";\n"
                + "  if unfilled > 0 then\n"
                + "    signal sqlstate '45000' set message_text = 'The backfill has left rows that are not filled';\n"
                + "  end if;\n";
        String end = "$$";
        while (body.contains(end)) {
            end += "$";
        }
        return "drop procedure if exists " + NAME + ";\ndelimiter " + end + "\ncreate procedure " + NAME + "()\nbegin\n"
                + body + "end" + end + "\ndelimiter ;\ncall " + NAME + "();\ndrop procedure " + NAME;
    }

    private String update(String range) {
        return "      " + sql.update() + "\n        where " + range + " and " + sql.condition() + ";\n      commit;\n";
    }

    private static String assignments(List<String> last, List<String> until) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < last.size(); i++) {
            text.append("    set ")
                    .append(last.get(i))
                    .append(" = ")
                    .append(until.get(i))
                    .append(";\n");
        }
        return text.toString();
    }

    private String waiting() {
        String query = batches.waitWhile();
        String ask = "    set waiting = (" + query + "\n    );\n";
        return query == null ? "" : ask + "    while waiting > 0 do\n      do sleep(1);\n  " + ask + "    end while;\n";
    }

    private String pause() {
        return batches.pauseMillis() == 0 ? "" : "    do sleep(" + batches.pauseMillis() + " / 1000);\n";
    }
}
