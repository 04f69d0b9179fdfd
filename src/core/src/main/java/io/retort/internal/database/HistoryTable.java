package io.retort.internal.database;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.timestamp;
import static io.retort.migration.Definitions.varchar;

import io.retort.dialect.DatabaseError;
import io.retort.dialect.Dialect;
import io.retort.dialect.SessionSupport.CurrentSchema;
import io.retort.error.RetortException;
import io.retort.internal.session.JdbcQueries;
import io.retort.internal.text.PrintableText;
import io.retort.operation.ColumnOperation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.run.AppliedRevision;
import io.retort.run.AppliedRevision.AppliedState;
import io.retort.schema.Column;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The history table, with one row per applied revision.
 *
 * @param name the configured name
 * @param dialect the dialect
 * @param schema the schema that contains the table; null if not yet determined, and where there are no schemas
 */
public record HistoryTable(
        QualifiedName name, Dialect dialect, @Nullable String schema) {

    /** The default name. */
    public static final String DEFAULT_NAME = "retort_revision";

    /** The name of the column with the downgrade. It is a reserved word of MySQL. */
    static final String UNDO = "undo";

    /** The columns that a table of an earlier version lacks, in the order in which they are added. */
    private static final List<String> ADDED = List.of(UNDO, "older", "replaced_by", HistoryTable.PAUSED);

    /** The column with the reason why the backfills of a revision are paused. */
    static final String PAUSED = "paused";

    /** The beginning of the reason while a downgrade of the revision runs; the table of the backfill follows. */
    static final String FOR_DOWNGRADE = "for a downgrade of the revision";

    /** The maximum length of that reason. */
    private static final int REASON = 200;

    /** The maximum length of the verdict on older releases. */
    private static final int OLDER = 500;

    /** The maximum length of a journal entry. */
    public static final int IN_FLIGHT = 1000;

    /**
     * The SQL states of a missing table on PostgreSQL, MySQL, MariaDB and H2; the other products are queried for it.
     */
    private static final Set<String> NO_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

    private static final int MESSAGE = 500;

    /** The number of ids in one query. */
    private static final int IDS = 500;

    /** No revision has more statements. */
    private static final int MOST_STATEMENTS = 1_000_000;

    /** So long that every product uses its type for long text. */
    private static final int LONG = 16_000_000;

    /** Creates the table without determining its schema. */
    public HistoryTable(QualifiedName name, Dialect dialect) {
        this(name, dialect, name.schema());
    }

    /**
     * Returns a copy with the schema that contains the table or will contain it. Its statements then refer to it even
     * if a revision changes the current schema. Costs one query, unless the schema is configured.
     */
    HistoryTable resolved(Connection connection) throws SQLException {
        if (schema != null) {
            return this;
        }
        Optional<String> query = schemaQuery();
        return in(
                query.isPresent()
                        ? new JdbcQueries(connection).text(query.get()).orElse(null)
                        : connection.getSchema());
    }

    /** Returns a query for that schema; empty if it is configured, or JDBC reports it. */
    Optional<String> schemaQuery() {
        return schema != null ? Optional.empty() : dialect.sessions().schemaOf(sqlName());
    }

    /** Returns a copy with a schema as stored; null for no schema. */
    HistoryTable in(@Nullable String stored) {
        return new HistoryTable(
                name, dialect, stored == null ? null : dialect.identifiers().typed(stored));
    }

    /** Returns the name with the schema, if that is known. */
    public QualifiedName address() {
        return new QualifiedName(schema, name.name());
    }

    /** Returns the definition of the table. */
    public Table definition() {
        return Table.of(
                address(),
                List.of(
                        column("id", varchar(128)).notNull(),
                        column("parents", varchar(1000)),
                        column("message", varchar(MESSAGE)),
                        column("checksum", varchar(64)),
                        column("state", varchar(16)).notNull(),
                        column("progress", integer()).notNull(),
                        column("in_flight", varchar(IN_FLIGHT)),
                        column("applied_at", timestamp(6)).notNull(),
                        column("applied_by", varchar(128)),
                        column("duration_ms", bigint()),
                        column("recorded", varchar(LONG)),
                        column(UNDO, varchar(LONG)),
                        column("older", varchar(OLDER)),
                        column("replaced_by", varchar(128)),
                        column(PAUSED, varchar(REASON)),
                        primaryKey("id")));
    }

    /**
     * Returns the statements that add the columns which a table of an earlier version lacks. Reads no rows.
     *
     * @throws SQLException if the table cannot be read
     */
    public List<Statement> extend(Connection connection) throws SQLException {
        List<Statement> added = new ArrayList<>();
        for (Column column : definition().columns()) {
            if (ADDED.contains(column.name()) && !hasColumn(connection, column.name())) {
                added.addAll(new ColumnOperation.Add(address(), column).sql(dialect.ddl()));
            }
        }
        return added;
    }

    private boolean hasColumn(Connection connection, String column) throws SQLException {
        String query = "select " + dialect.identifiers().sql(column) + " from " + sqlName() + " where 1 = 0";
        try (java.sql.Statement jdbc = connection.createStatement();
                ResultSet none = jdbc.executeQuery(query)) {
            return !none.next();
        } catch (SQLException e) {
            requireMissing(e, connection);
            return false;
        }
    }

    /** Any other error than that of a missing column is not about the table. */
    private void requireMissing(SQLException e, Connection connection) throws SQLException {
        DatabaseError error = FailureCause.of(e, dialect).error();
        if (error == DatabaseError.MISSING_PRIVILEGE
                || error == DatabaseError.CONNECTION_LOST
                || connection.isClosed()) {
            throw e;
        }
    }

    /** Returns the statements that create the table. */
    public List<Statement> create() {
        return new TableOperation.Create(definition()).sql(dialect.ddl());
    }

    /** Returns a query for the row of a revision, as text for scripts. */
    public String select(String revision) {
        return "select 1 from " + sqlName() + " where id = " + dialect.literal(revision);
    }

    /** Returns the statement that deletes all rows. */
    public Statement.Sql clear() {
        return new Statement.Sql("delete from " + sqlName());
    }

    private boolean exists(Connection connection) throws SQLException {
        String table = dialect.identifiers().stored(name.name());
        boolean catalogs =
                dialect.sessions().currentSchema().map(CurrentSchema::isCatalog).orElse(false);
        String given = schema == null ? null : dialect.identifiers().stored(schema);
        String catalog = given != null && catalogs ? given : connection.getCatalog();
        String within = catalogs || given != null ? given : connection.getSchema();
        try (ResultSet found = connection.getMetaData().getTables(catalog, catalogs ? null : within, table, null)) {
            while (found.next()) {
                if (found.getString("TABLE_NAME").equals(table)) {
                    return true;
                }
            }
            return false;
        }
    }

    /**
     * Reads the rows. Whether the table exists is checked only if the query fails, so that the usual start sends one
     * query. Another run may create the table in between.
     */
    public HistoryTableRows read(Connection connection) throws SQLException {
        return read(connection, "");
    }

    /**
     * Reads the rows while the migration lock is held, and finds out in the same query whether the table has all
     * columns.
     */
    HistoryTableRows readLocked(Connection connection) throws SQLException {
        try {
            HistoryTableRows rows = rows(connection, ", " + ADDED.get(ADDED.size() - 1), "");
            return new HistoryTableRows(true, true, rows.revisions());
        } catch (SQLException e) {
            if (isMissing(e)) {
                return HistoryTableRows.NO_TABLE;
            }
            requireMissing(e, connection);
            return read(connection);
        }
    }

    /** Reads the row of one revision. */
    public Optional<AppliedRevision> row(Connection connection, String revision) throws SQLException {
        return read(connection, " where id = " + dialect.literal(revision)).revisions().stream()
                .findFirst();
    }

    private HistoryTableRows read(Connection connection, String where) throws SQLException {
        try {
            return rows(connection, "", where);
        } catch (SQLException e) {
            if (FailureCause.of(e, dialect).error() == DatabaseError.MISSING_PRIVILEGE || connection.isClosed()) {
                throw e;
            }
            return !isMissing(e) && exists(connection) ? rows(connection, "", where) : HistoryTableRows.NO_TABLE;
        }
    }

    private static boolean isMissing(SQLException refusal) {
        return NO_TABLE.contains(String.valueOf(refusal.getSQLState()));
    }

    private HistoryTableRows rows(Connection connection, String added, String where) throws SQLException {
        String query = "select id, parents, message, checksum, state, progress, in_flight, applied_at, applied_by,"
                + " duration_ms" + added + " from " + sqlName() + where + " order by applied_at, id";
        try (java.sql.Statement jdbc = connection.createStatement();
                ResultSet rows = jdbc.executeQuery(query)) {
            List<AppliedRevision> applied = new ArrayList<>();
            Calendar utc = Calendar.getInstance(TimeZone.getTimeZone("UTC"));
            Set<String> ids = new HashSet<>();
            while (rows.next()) {
                AppliedRevision row = row(rows, utc);
                if (!ids.add(row.id())) {
                    throw doubled(row);
                }
                applied.add(row);
            }
            return new HistoryTableRows(true, false, applied);
        }
    }

    private RetortException doubled(AppliedRevision row) {
        return new RetortException(
                "The table " + name + " has more than one row for revision " + row.describe()
                        + ", so its primary key is missing.",
                "Delete the surplus rows, and restore the table's primary key (id).");
    }

    /** Columns by position and one calendar for all rows, because every application start reads all of them. */
    private AppliedRevision row(ResultSet row, Calendar utc) throws SQLException {
        Timestamp at = row.getTimestamp(8, utc);
        return new AppliedRevision(
                row.getString(1),
                list(orEmpty(row.getString(2))),
                orEmpty(row.getString(3)),
                row.getString(4),
                AppliedState.of(row.getString(5)),
                progress(row),
                row.getString(7),
                at == null ? null : at.toInstant(),
                row.getString(9),
                Duration.ofMillis(row.getLong(10)));
    }

    private int progress(ResultSet row) throws SQLException {
        OptionalInt progress = number(row, 6);
        if (progress.isEmpty() || progress.getAsInt() < 0 || progress.getAsInt() > MOST_STATEMENTS) {
            throw new RetortException(
                    "The row of revision " + row.getString(1) + " in the table "
                            + name
                            + " has the progress \"" + row.getString(6)
                            + "\", which Retort does not write.",
                    "Set progress to the number of the revision's completed statements, counted from the first; to 0 if the"
                            + " revision is applied.");
        }
        return progress.getAsInt();
    }

    /** On SQLite, a column of numbers can contain a text. */
    private static OptionalInt number(ResultSet row, int column) {
        try {
            return OptionalInt.of(row.getInt(column));
        } catch (SQLException | RuntimeException e) {
            return OptionalInt.empty();
        }
    }

    private static List<String> list(String text) {
        if (text.indexOf(',') < 0) {
            return text.isEmpty() ? List.of() : List.of(text);
        }
        return Arrays.stream(text.split(",")).filter(item -> !item.isEmpty()).toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * Returns a revision's message as this table can store it. A database that does not use Unicode lacks characters.
     */
    public String message(Connection connection, String message) throws SQLException {
        String cut = cut(message);
        if (CharacterSet.isAscii(cut)) {
            return cut;
        }
        String schema = name.schema() == null ? null : dialect.identifiers().stored(name.schema());
        Optional<String> query =
                dialect.sessions().characterSet(schema, dialect.identifiers().stored(name.name()));
        if (query.isEmpty()) {
            return cut;
        }
        Optional<String> characterSet = new JdbcQueries(connection).text(query.get());
        return characterSet.map(set -> cut(new CharacterSet(set).kept(cut))).orElse(cut);
    }

    /** Returns the statements that change rows. */
    public HistoryTableStatements notes() {
        return new HistoryTableStatements(this);
    }

    /** Returns the recorded statements of a revision; null if no statements are recorded. */
    public @Nullable String recorded(Connection connection, String revision) throws SQLException {
        String query = "select recorded from " + sqlName() + " where id = " + dialect.literal(revision);
        try (java.sql.Statement jdbc = connection.createStatement();
                ResultSet rows = jdbc.executeQuery(query)) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /**
     * Returns why revisions were recorded as applied instead of run, by their ids. Other revisions have a checksum, or
     * recorded statements.
     */
    public Map<String, String> notesOfRecorded(Connection connection) throws SQLException {
        String query = "select id, recorded from " + sqlName() + " where checksum is null and state = "
                + dialect.literal(AppliedState.APPLIED.text()) + " and recorded is not null";
        try (java.sql.Statement jdbc = connection.createStatement();
                ResultSet rows = jdbc.executeQuery(query)) {
            Map<String, String> notes = new HashMap<>();
            while (rows.next()) {
                notes.put(rows.getString(1), PrintableText.joined(rows.getString(2)));
            }
            return notes;
        }
    }

    /**
     * Returns the stored downgrades by revision; without those of a table that does not have the column yet.
     *
     * @param revisions the ids
     */
    public Map<String, String> undo(Connection connection, List<String> revisions) {
        return texts(connection, dialect.identifiers().sql(UNDO), revisions);
    }

    /**
     * Returns by revision whether an older release can work with the schema; without those of a table that does not
     * have the column yet.
     *
     * @param revisions the ids
     */
    public Map<String, String> older(Connection connection, List<String> revisions) {
        return texts(connection, "older", revisions);
    }

    /**
     * Returns by revision why its backfills are paused; without those of a table that does not have the column yet.
     *
     * @param revisions the ids
     */
    public Map<String, String> paused(Connection connection, List<String> revisions) {
        return texts(connection, PAUSED, revisions);
    }

    /**
     * Returns the tables of the backfills that a downgrade has paused, by revision. The table must have all columns.
     */
    public Map<String, String> stopped(Connection connection) throws SQLException {
        Map<String, String> tables = new HashMap<>();
        new JdbcQueries(connection)
                .pairs("select id, " + PAUSED + " from " + sqlName() + " where " + PAUSED + " like '" + FOR_DOWNGRADE
                        + " (%'")
                .forEach((id, reason) ->
                        tables.put(id, reason.substring(FOR_DOWNGRADE.length() + 2, reason.length() - 1)));
        return tables;
    }

    /** Returns whether a downgrade of the revision has paused its backfills. */
    public static boolean isForDowngrade(String reason) {
        return reason.startsWith(FOR_DOWNGRADE);
    }

    private Map<String, String> texts(Connection connection, String column, List<String> revisions) {
        Map<String, String> texts = new HashMap<>();
        for (int from = 0; from < revisions.size(); from += IDS) {
            List<String> some = revisions.subList(from, Math.min(from + IDS, revisions.size()));
            String ids = some.stream().map(dialect::literal).collect(Collectors.joining(", "));
            String query = "select id, " + column + " from " + sqlName() + " where id in (" + ids + ")";
            try (java.sql.Statement jdbc = connection.createStatement();
                    ResultSet rows = jdbc.executeQuery(query)) {
                while (rows.next()) {
                    String text = rows.getString(2);
                    if (text != null) {
                        texts.put(rows.getString(1), text);
                    }
                }
            } catch (SQLException e) {
                requireMissingColumn(e, connection, column);
                return Map.of();
            }
        }
        return texts;
    }

    String sqlName() {
        return dialect.identifiers().sql(address());
    }

    private void requireMissingColumn(SQLException e, Connection connection, String column) {
        try {
            requireMissing(e, connection);
        } catch (SQLException other) {
            throw new RetortException(
                    "Cannot read the column " + column + " of the table " + sqlName() + ": " + SqlErrorText.of(e),
                    "Correct what the database reports, then run this again.",
                    other);
        }
    }

    /** Returns a verdict on older releases as the column can store it. */
    static @Nullable String verdict(@Nullable String older) {
        return older == null || older.length() <= OLDER ? older : older.substring(0, OLDER);
    }

    static @Nullable String cutReason(@Nullable String reason) {
        return reason == null || reason.length() <= REASON ? reason : reason.substring(0, REASON);
    }

    static String cut(String message) {
        // no database stores U+0000, and administrators read the table in a terminal
        String line = PrintableText.of(message).lines().findFirst().orElse("");
        return line.length() <= MESSAGE ? line : line.substring(0, MESSAGE);
    }
}
