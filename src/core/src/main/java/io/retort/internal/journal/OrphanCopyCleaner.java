package io.retort.internal.journal;

import io.retort.dialect.Catalog;
import io.retort.internal.sql.TokenCursor;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Removes the remains of an interrupted table copy, on products that alter tables by copying them. Only a copy that did
 * not exist before the statement counts, so that no table of the user is taken for one.
 */
final class OrphanCopyCleaner {

    private final Connection connection;
    private final Catalog.Copies copies;
    private final Journal journal;

    /**
     * @param connection the connection that runs the migration
     * @param copies how the product names copies
     * @param journal quotes names
     */
    OrphanCopyCleaner(Connection connection, Catalog.Copies copies, Journal journal) {
        this.connection = connection;
        this.copies = copies;
        this.journal = journal;
    }

    /** Returns empty for products that leave no copies. */
    static Optional<OrphanCopyCleaner> on(Journal journal) {
        return journal.dialect().copies().map(copies -> new OrphanCopyCleaner(journal.connection(), copies, journal));
    }

    /** Returns whether a copy that exists after this statement can only come from it. */
    boolean watches(String sql, AffectedObjects affected) throws SQLException {
        return new TokenCursor(sql, journal.dialect().syntax(), 2).take("alter", "table")
                && affected.tables().size() == 1
                && !affected.tables().get(0).name().isEmpty()
                && of(affected.tables().get(0)).isEmpty();
    }

    /**
     * Drops the copy of a table. If only the copy exists, it is renamed to the table.
     *
     * @return a message about it; empty if there was nothing to do
     */
    Optional<String> clear(QualifiedName table) throws SQLException {
        List<String> left = of(table);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        String copy = left.get(0);
        if (texts(copies.tables(), schema(table)).contains(table.name())) {
            run("drop table " + quoted(table, copy) + " cascade");
            return Optional.of("Dropped the copy " + copy + " that an interrupted change of the table " + table.name()
                    + " had left.");
        }
        run("alter table " + quoted(table, copy) + " rename to " + quoted(table, table.name()));
        for (String query : copies.renames()) {
            for (String rename : texts(query, schema(table), copy + "_")) {
                run(rename);
            }
        }
        recompileViews();
        return Optional.of("An interrupted change had left only the copy " + copy + " of the table " + table.name()
                + ", with all its rows. Renamed it to " + table.name() + ".");
    }

    private void recompileViews() throws SQLException {
        for (String view : texts(copies.views())) {
            try {
                run(view);
            } catch (SQLException e) {
                continue;
            }
        }
    }

    private List<String> of(QualifiedName table) throws SQLException {
        return texts(copies.tables(), schema(table)).stream()
                .filter(name -> name.startsWith(table.name())
                        && copies.suffix()
                                .matcher(name.substring(table.name().length()))
                                .matches())
                .toList();
    }

    private String schema(QualifiedName table) throws SQLException {
        String schema = table.schema();
        return schema == null ? connection.getSchema() : schema;
    }

    private String quoted(QualifiedName table, String name) throws SQLException {
        return journal.dialect()
                .identifiers()
                .sql(new QualifiedName(
                        new Identifier(schema(table), true).typed(), new Identifier(name, true).typed()));
    }

    private List<String> texts(String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
