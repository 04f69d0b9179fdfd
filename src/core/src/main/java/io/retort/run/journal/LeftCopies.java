package io.retort.run.journal;

import io.retort.dialect.Catalog;
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
import java.util.regex.Pattern;

/**
 * Clears away what a product that died while it copied a table left of it. A copy counts as left only if there was none when
 * the statement began, so that nobody's own table is taken for one.
 *
 * @param connection the one that works
 * @param copies how the product names them
 * @param journal knows how names are quoted
 */
record LeftCopies(Connection connection, Catalog.Copies copies, Journal journal) {

    private static final Pattern COPYING = Pattern.compile("(?is)\\s*alter\\s+table\\b.*");

    /** Empty for products that leave none. */
    static Optional<LeftCopies> on(Journal journal) {
        return journal.dialect().copies().map(copies -> new LeftCopies(journal.connection(), copies, journal));
    }

    /** Whether a copy that is found after this statement can only be one that it left. */
    boolean watches(String sql, Touched touched) throws SQLException {
        return COPYING.matcher(sql).matches()
                && touched.tables().size() == 1
                && !touched.tables().get(0).name().isEmpty()
                && of(touched.tables().get(0)).isEmpty();
    }

    /**
     * Drops the copy of a table; where the copy is all that there is, it becomes the table.
     *
     * @return what was done, for people; empty if there was nothing to do
     */
    Optional<String> clear(QualifiedName table) throws SQLException {
        List<String> left = of(table);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        String copy = left.get(0);
        if (texts(copies.tables(), schema(table)).contains(table.name())) {
            run("drop table " + quoted(table, copy) + " cascade");
            return Optional.of("The copy " + copy + " that an interrupted change of the table " + table.name()
                    + " had left was removed.");
        }
        run("alter table " + quoted(table, copy) + " rename to " + quoted(table, table.name()));
        for (String query : copies.renames()) {
            for (String rename : texts(query, schema(table), copy + "_")) {
                run(rename);
            }
        }
        wakeViews();
        return Optional.of("Of the table " + table.name() + " an interrupted change had left only the copy " + copy
                + ", which has all its rows: it is " + table.name() + " again.");
    }

    private void wakeViews() throws SQLException {
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
