package io.retort.diff.internal.inspect;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.internal.sql.SqlToken;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads SQLite. Its catalog is a single table that holds the statement that created each object. There is one schema;
 * further ones are attached files, which are not read.
 */
record SqliteInspector(Dialect dialect) implements Inspector {

    private static final String STATEMENTS = """
            select type, tbl_name, sql from sqlite_master
            where type in ('table', 'index') and sql is not null and name not like 'sqlite\\_%' escape '\\'
              and sql not like 'create virtual %' order by name""";

    @Override
    public Snapshot inspect(Connection connection, Scope scope) {
        List<Table> tables = new ArrayList<>();
        Map<String, List<Index>> indexes = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(STATEMENTS)) {
            while (rows.next()) {
                String sql = rows.getString("sql");
                if (rows.getString("type").equals("table")) {
                    tables.add(CreateTable.read(sql, dialect.identifiers(), this::type));
                } else {
                    indexes.computeIfAbsent(folded(rows.getString("tbl_name")), table -> new ArrayList<>())
                            .add(CreateIndex.read(sql, dialect.identifiers()));
                }
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
        return snapshot(tables, indexes);
    }

    /** An index part may be sorted by another collation than its column. */
    @Override
    public List<IndexDefinition> indexDefinitions(Connection connection, Scope scope) {
        List<IndexDefinition> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(STATEMENTS)) {
            while (rows.next()) {
                String sql = rows.getString("sql");
                boolean more = SqlToken.of(sql, dialect.syntax()).stream().anyMatch(token -> token.is("collate"));
                if (rows.getString("type").equals("index") && more) {
                    String table = dialect.identifiers().typed(rows.getString("tbl_name"));
                    all.add(new IndexDefinition(
                            new QualifiedName(null, table),
                            CreateIndex.read(sql, dialect.identifiers()).name(),
                            sql));
                }
            }
            return all;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static RetortException unreadable(SQLException e) {
        return new RetortException(
                "Cannot read the schema of the database. The database reports: " + e.getMessage(),
                "Check that the file is a readable SQLite database.",
                e);
    }

    private Snapshot snapshot(List<Table> tables, Map<String, List<Index>> indexes) {
        Snapshot read = new Snapshot(
                tables.stream()
                        .map(table -> table.withIndexes(sorted(indexes.getOrDefault(
                                folded(dialect.identifiers().stored(table.name().name())), List.of()))))
                        .toList(),
                List.of(),
                List.of());
        return read.mapTables(table -> referencesSpelledOut(table, read));
    }

    private static List<Index> sorted(List<Index> indexes) {
        return indexes.stream().sorted(Comparator.comparing(Index::name)).toList();
    }

    /** A foreign key without referenced columns references the primary key. */
    private static Table referencesSpelledOut(Table table, Snapshot all) {
        return table.withConstraints(table.constraints().stream()
                .map(constraint -> constraint instanceof ForeignKey key
                                && key.referencedColumns().isEmpty()
                        ? key.references(
                                key.referencedTable(),
                                all.table(key.referencedTable())
                                        .flatMap(Table::primaryKey)
                                        .map(PrimaryKey::columns)
                                        .orElse(List.of()))
                        : constraint)
                .toList());
    }

    private SqlType type(String text) {
        return dialect.readType(text).orElseGet(() -> SqlType.other(text.isEmpty() ? "any" : text));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
