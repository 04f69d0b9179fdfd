package io.retort.internal.adopt;

import io.retort.internal.adopt.ForeignHistory.Script;
import io.retort.schema.QualifiedName;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A row of Flyway's history table. */
record FlywayRow(
        int rank,
        @Nullable String version,
        String type,
        String script,
        @Nullable String checksum,
        boolean success) {

    /** Flyway's own order: numbers between dots or underscores, each as a number; missing ones are 0. */
    private static final Comparator<String> VERSIONS = FlywayRow::compareVersions;

    static ForeignHistory history(QualifiedName table, ResultSet rows) throws SQLException {
        List<FlywayRow> all = new ArrayList<>();
        while (rows.next()) {
            all.add(of(rows));
        }
        all.sort(Comparator.comparingInt(FlywayRow::rank));
        return history(table, all);
    }

    private static FlywayRow of(ResultSet row) throws SQLException {
        return new FlywayRow(
                row.getInt("installed_rank"),
                row.getString("version"),
                row.getString("type"),
                row.getString("script"),
                row.getString("checksum"),
                row.getBoolean("success"));
    }

    private static ForeignHistory history(QualifiedName table, List<FlywayRow> rows) {
        Map<String, FlywayRow> versions = new TreeMap<>(VERSIONS);
        Set<String> repeatable = new LinkedHashSet<>();
        List<String> failed = new ArrayList<>();
        for (FlywayRow row : rows) {
            row.apply(versions, repeatable, failed);
        }
        return new ForeignHistory(
                MigrationTool.FLYWAY,
                table,
                versions.values().stream().map(FlywayRow::applied).toList(),
                failed,
                List.copyOf(repeatable),
                versions.values().stream()
                        .filter(FlywayRow::isBaseline)
                        .map(FlywayRow::script)
                        .toList());
    }

    /**
     * Rows are never changed: an undo and a deletion of a version are rows after it. Rows about the schema and the table
     * itself have no positive rank.
     */
    private void apply(Map<String, FlywayRow> versions, Set<String> repeatable, List<String> failed) {
        boolean revokes = type.startsWith("UNDO") || type.equals("DELETE");
        if (!success) {
            failed.add(script);
        } else if (version != null && revokes) {
            versions.remove(version);
        } else if (version != null) {
            versions.put(version, this);
        } else if (revokes) {
            repeatable.remove(script);
        } else if (rank > 0) {
            repeatable.add(script);
        }
    }

    private boolean isBaseline() {
        return type.endsWith("BASELINE");
    }

    private Script applied() {
        return new Script(String.valueOf(version), version + " " + (checksum == null ? "-" : checksum));
    }

    private static int compareVersions(String one, String other) {
        String[] left = one.split("[._]");
        String[] right = other.split("[._]");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = part(left, i).compareTo(part(right, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static BigInteger part(String[] parts, int index) {
        return index < parts.length && parts[index].matches("\\d+") ? new BigInteger(parts[index]) : BigInteger.ZERO;
    }
}
