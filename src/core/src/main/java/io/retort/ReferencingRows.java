package io.retort;

import io.retort.dialect.Identifiers;
import io.retort.internal.database.DatabaseSession;
import io.retort.internal.log.PrintableLog;
import io.retort.internal.prepare.LostData;
import io.retort.internal.sql.RowSelection;
import io.retort.run.PreparedStep.LossKind;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the rows that the database deletes or changes when the rows that they reference are deleted. */
final class ReferencingRows {

    private final DatabaseSession session;
    private final Identifiers identifiers;
    private final boolean decided;
    private final boolean enforced;
    private int aliases;

    /** @param session the database */
    ReferencingRows(DatabaseSession session) {
        this.session = session;
        Optional<String> query = session.dialect().sessions().foreignKeysQuery();
        this.decided = query.isPresent();
        this.enforced = query.isEmpty() || isEnforced(query.get());
        this.identifiers = session.dialect().identifiers();
    }

    private boolean isEnforced(String query) {
        try (Statement jdbc = session.connection().createStatement();
                ResultSet row = jdbc.executeQuery(query)) {
            return row.next() && row.getInt(1) != 0;
        } catch (SQLException e) {
            PrintableLog.of(ReferencingRows.class).debug("Cannot query whether foreign keys are enforced", e);
            return true;
        }
    }

    /** Returns whether dropping a table deletes the rows that reference its rows. */
    boolean areDeletedWithTable() {
        return decided && enforced;
    }

    /**
     * A foreign key.
     *
     * @param child the table that has it
     * @param rule what happens to its rows, as in {@link DatabaseMetaData}
     * @param columns the referencing columns, each with the referenced one
     */
    private record Key(QualifiedName child, int rule, Map<String, String> columns) {}

    /**
     * Returns the rows and values that are lost with deleted rows, through any number of foreign keys.
     *
     * @param table the table whose rows are deleted
     * @param deleted these rows
     */
    List<LostData> of(QualifiedName table, RowSelection deleted) {
        List<LostData> found = new ArrayList<>();
        if (!enforced) {
            return found;
        }
        Set<QualifiedName> path = new LinkedHashSet<>();
        path.add(identifiers.canonical(table));
        follow(table, deleted, path, found);
        return found;
    }

    private void follow(QualifiedName parent, RowSelection deleted, Set<QualifiedName> path, List<LostData> found) {
        for (Key key : keys(parent, found)) {
            RowSelection rows = path.contains(key.child()) ? RowSelection.UNKNOWN : referencing(parent, key, deleted);
            if (key.rule() == DatabaseMetaData.importedKeyCascade) {
                found.add(new LostData(LossKind.DELETED_ROWS, key.child().toString(), null, rows, null));
                if (path.add(key.child())) {
                    follow(key.child(), rows, path, found);
                    path.remove(key.child());
                }
            } else {
                key.columns()
                        .keySet()
                        .forEach(column -> found.add(new LostData(
                                LossKind.CHANGED_VALUES, key.child().toString(), column, rows, null)));
            }
        }
    }

    private RowSelection referencing(QualifiedName parent, Key key, RowSelection deleted) {
        if (!deleted.known()) {
            return RowSelection.UNKNOWN;
        }
        String alias = "retort_" + ++aliases;
        String child = identifiers.sql(key.child());
        String referenced =
                key.columns().values().stream().map(identifiers::sql).collect(Collectors.joining(", "));
        String join = key.columns().entrySet().stream()
                .map(pair -> alias + "." + identifiers.sql(pair.getValue()) + " = " + child + "."
                        + identifiers.sql(pair.getKey()))
                .collect(Collectors.joining(" and "));
        return RowSelection.where("exists (select 1 from (select " + referenced + " from " + identifiers.sql(parent)
                + " where " + deleted.condition() + ") " + alias + " where " + join + ")");
    }

    private List<Key> keys(QualifiedName parent, List<LostData> found) {
        try {
            return read(parent);
        } catch (SQLException e) {
            PrintableLog.of(ReferencingRows.class).debug("Cannot read the foreign keys of {}", parent, e);
            found.add(LostData.notJudged("the foreign keys that reference " + parent + ", which cannot be read"));
            return List.of();
        }
    }

    private List<Key> read(QualifiedName parent) throws SQLException {
        Connection connection = session.connection();
        String typed = parent.schema();
        boolean catalogs = connection.getSchema() == null;
        String owner = typed == null ? null : identifiers.stored(typed);
        String catalog = catalogs && owner != null ? owner : connection.getCatalog();
        String schema = catalogs ? null : owner == null ? connection.getSchema() : owner;
        Map<String, Key> keys = new LinkedHashMap<>();
        try (ResultSet rows =
                connection.getMetaData().getExportedKeys(catalog, schema, identifiers.stored(parent.name()))) {
            int unnamed = 0;
            while (rows.next()) {
                int rule = rows.getInt("DELETE_RULE");
                boolean changes = rule == DatabaseMetaData.importedKeyCascade
                        || rule == DatabaseMetaData.importedKeySetNull
                        || rule == DatabaseMetaData.importedKeySetDefault;
                if (!changes) {
                    continue;
                }
                unnamed += rows.getInt("KEY_SEQ") <= 1 ? 1 : 0;
                String name = Objects.requireNonNullElse(rows.getString("FK_NAME"), "" + unnamed);
                QualifiedName child = child(rows, catalogs, catalogs ? catalog : schema, typed);
                keys.computeIfAbsent(child + "." + name, first -> new Key(child, rule, new LinkedHashMap<>()))
                        .columns()
                        .put(
                                identifiers.typed(rows.getString("FKCOLUMN_NAME")),
                                identifiers.typed(rows.getString("PKCOLUMN_NAME")));
            }
        }
        return List.copyOf(keys.values());
    }

    private QualifiedName child(ResultSet row, boolean catalogs, @Nullable String own, @Nullable String typed)
            throws SQLException {
        String owner = row.getString(catalogs ? "FKTABLE_CAT" : "FKTABLE_SCHEM");
        String name = identifiers.typed(row.getString("FKTABLE_NAME"));
        boolean here = owner == null || owner.equals(own);
        return new QualifiedName(here ? typed : identifiers.typed(owner), name);
    }
}
