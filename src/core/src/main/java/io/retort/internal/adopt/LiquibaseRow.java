package io.retort.internal.adopt;

import io.retort.internal.adopt.ForeignHistory.Script;
import io.retort.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A row of Liquibase's history table. */
record LiquibaseRow(int order, String id, String author, String file, String execution) {

    static ForeignHistory history(QualifiedName table, ResultSet rows) throws SQLException {
        List<LiquibaseRow> all = new ArrayList<>();
        while (rows.next()) {
            all.add(of(rows));
        }
        all.sort(Comparator.comparingInt(LiquibaseRow::order));
        return new ForeignHistory(
                MigrationTool.LIQUIBASE,
                table,
                all.stream()
                        .filter(row -> !row.failed())
                        .map(LiquibaseRow::applied)
                        .toList(),
                all.stream().filter(LiquibaseRow::failed).map(LiquibaseRow::id).toList(),
                List.of(),
                List.of());
    }

    private static LiquibaseRow of(ResultSet row) throws SQLException {
        return new LiquibaseRow(
                row.getInt("ORDEREXECUTED"),
                row.getString("ID"),
                row.getString("AUTHOR"),
                row.getString("FILENAME"),
                row.getString("EXECTYPE"));
    }

    private boolean failed() {
        return execution.equals("FAILED");
    }

    private Script applied() {
        return new Script(id, path() + " " + author + " " + id);
    }

    /** Older versions of Liquibase recorded where the file was found. */
    private String path() {
        String path = file.replace('\\', '/');
        String bare = path.startsWith("classpath:") ? path.substring("classpath:".length()) : path;
        return bare.startsWith("/") ? bare.substring(1) : bare;
    }
}
