package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.dialect.Identifiers;
import io.retort.diff.internal.inspect.OwnedSequence;
import io.retort.diff.internal.model.NumberSource;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.operation.ColumnOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.SequenceOperation.NumberedColumn;
import io.retort.operation.TableOperation;
import io.retort.schema.Column;
import io.retort.schema.Column.Generation.Computed;
import io.retort.schema.Column.Generation.Identity;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of some tables as operations, for reference data that a base revision contains. */
final class ReferenceRows {

    /** A revision with more rows is no longer read by people. */
    static final int MOST = 5_000;

    private static final int SUGGESTED = 500;

    private static final Set<String> INFINITIES = Set.of("infinity", "-infinity");

    private final Connection connection;
    private final Dialect dialect;
    private final ComparedProduct product;
    private final Snapshot live;
    private final List<OwnedSequence> owned;

    /**
     * @param connection a connection to the database
     * @param dialect its dialect
     * @param live the live schema as far as it is taken
     * @param owned the sequences that belong to columns of these tables
     */
    ReferenceRows(Connection connection, Dialect dialect, Snapshot live, List<OwnedSequence> owned) {
        this.connection = connection;
        this.dialect = dialect;
        this.product = ComparedProduct.of(dialect);
        this.live = live;
        this.owned = owned;
    }

    /** Returns the small tables that others refer to and that refer to none, each with its number of rows. */
    Map<String, Integer> suggested() throws SQLException {
        Set<QualifiedName> referenced = live.tables().stream()
                .flatMap(table -> table.constraintsOf(ForeignKey.class).map(ForeignKey::referencedTable))
                .collect(Collectors.toSet());
        Map<String, Integer> suggested = new LinkedHashMap<>();
        for (Table table : live.tables()) {
            boolean leaf = table.constraintsOf(ForeignKey.class).findAny().isEmpty();
            if (leaf && referenced.contains(table.name())) {
                int count = count(table, SUGGESTED + 1);
                if (count > 0 && count <= SUGGESTED) {
                    suggested.put(table.name().toString(), count);
                }
            }
        }
        return suggested;
    }

    private int count(Table table, int most) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(most);
            try (ResultSet rows = statement.executeQuery("select 1 from " + name(table))) {
                int count = 0;
                while (rows.next()) {
                    count++;
                }
                return count;
            }
        }
    }

    /**
     * Adds the rows of tables after the operations that create the tables. Sequences that number these rows start after
     * them.
     *
     * @param operations the operations that create the schema
     * @param names the names of the tables, without regard to case
     * @param sources where entities take their numbers from
     * @throws RetortException if there is no such table, it has too many rows, or a value cannot be written
     */
    List<Operation> after(List<Operation> operations, List<String> names, List<NumberSource> sources)
            throws SQLException {
        Set<QualifiedName> chosen = names.stream().map(this::table).collect(Collectors.toSet());
        List<Operation> all = new ArrayList<>();
        List<Operation> counters = new ArrayList<>();
        List<QualifiedName> late = new ArrayList<>();
        for (Operation operation : operations) {
            List<NumberedColumn> numbered = numbered(operation, chosen, sources);
            if (numbered.isEmpty()) {
                all.add(operation);
            } else {
                Sequence sequence = ((SequenceOperation.Create) operation).sequence();
                counters.add(new SequenceOperation.Create(sequence, numbered));
                late.add(sequence.name());
            }
        }
        List<Operation> defaults = new ArrayList<>();
        all.replaceAll(operation -> operation instanceof TableOperation.Create create
                ? new TableOperation.Create(withoutDefaults(create.table(), late, defaults))
                : operation);
        for (QualifiedName created : created(operations)) {
            if (chosen.contains(created)) {
                all.addAll(rows(live.table(created).orElseThrow()));
            }
        }
        all.addAll(counters);
        all.addAll(defaults);
        return all;
    }

    /** A default can name a sequence only after the sequence exists, which then is after the rows. */
    private static Table withoutDefaults(Table table, List<QualifiedName> late, List<Operation> defaults) {
        return table.mapColumns(column -> {
            if (late.stream().noneMatch(sequence -> TakenObjects.isUsed(sequence, column))) {
                return column;
            }
            Column without = column.withDefault(null);
            defaults.add(new ColumnOperation.Alter(table.name(), without, column));
            return without;
        });
    }

    /** The columns of chosen tables that a new sequence numbers; none for other operations. */
    private List<NumberedColumn> numbered(Operation operation, Set<QualifiedName> chosen, List<NumberSource> sources) {
        if (!(operation instanceof SequenceOperation.Create create)
                || isOwned(create.sequence().name())) {
            return List.of();
        }
        QualifiedName sequence = create.sequence().name();
        Stream<NumberedColumn> byEntities = sources.stream()
                .filter(source -> source.name().equals(sequence))
                .map(NumberSource::column)
                .filter(column -> chosen.contains(column.table()));
        Stream<NumberedColumn> byDefaults = chosen.stream()
                .flatMap(name -> live.table(name).stream())
                .flatMap(table -> table.columns().stream()
                        .filter(column -> TakenObjects.isUsed(sequence, column))
                        .map(column -> new NumberedColumn(table.name(), column.name())));
        return Stream.concat(byEntities, byDefaults).distinct().toList();
    }

    /** A column uses such a sequence in its default, so the sequence must exist first; it is continued after the rows. */
    private boolean isOwned(QualifiedName sequence) {
        QualifiedName name = dialect.identifiers().canonical(sequence);
        return owned.stream().anyMatch(one -> one.name().equals(name));
    }

    /** The tables in the order of their creation, so that a row is inserted after the one that it refers to. */
    private static List<QualifiedName> created(List<Operation> operations) {
        return operations.stream()
                .filter(TableOperation.Create.class::isInstance)
                .map(create -> ((TableOperation.Create) create).table().name())
                .toList();
    }

    private QualifiedName table(String name) {
        return live.tables().stream()
                .map(Table::name)
                .filter(table -> table.toString().equalsIgnoreCase(name)
                        || Identifier.parse(table.name()).text().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new RetortException(
                        "The revision has no table " + name + " whose rows it could insert.",
                        Advice.of(
                                "Name a table that an entity maps, or take the table with ",
                                Advice.option("take", name),
                                "."),
                        ExitStatus.USAGE));
    }

    private List<Operation> rows(Table table) throws SQLException {
        List<Column> columns = table.columns().stream()
                .filter(column -> !(column.generation() instanceof Computed))
                .toList();
        List<List<@Nullable Object>> rows = new ArrayList<>();
        String query = "select "
                + columns.stream()
                        .map(column -> dialect.identifiers().sql(column.name()))
                        .collect(Collectors.joining(", "))
                + " from " + name(table) + order(table);
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                if (rows.size() == MOST) {
                    throw refusal(
                            "The table " + table.name() + " has more than " + MOST + " rows.",
                            "Load it by other means, and leave it out of the rows to write.");
                }
                rows.add(row(table, columns, found));
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        List<Operation> inserted = new ArrayList<>();
        inserted.add(new DataOperation.Insert(
                table.name(), columns.stream().map(Column::name).toList(), rows));
        columns.stream()
                .filter(column -> column.generation() instanceof Identity || ownsSequence(table, column))
                .flatMap(column -> dialect.continueIdentity(table.name(), column.name()).stream())
                .forEach(sql -> inserted.add(new DataOperation.Execute(sql, DataOperation.Execute.NOTHING, List.of())));
        return inserted;
    }

    private boolean ownsSequence(Table table, Column column) {
        Identifiers identifiers = dialect.identifiers();
        return owned.stream()
                .anyMatch(sequence -> sequence.table().equals(identifiers.canonical(table.name()))
                        && sequence.column().equals(identifiers.canonical(column.name())));
    }

    private String order(Table table) {
        return table.primaryKey()
                .map(PrimaryKey::columns)
                .map(key -> key.stream()
                        .map(column -> dialect.identifiers().sql(column))
                        .collect(Collectors.joining(", ", " order by ", "")))
                .orElse("");
    }

    private String name(Table table) {
        return dialect.identifiers().sql(table.name());
    }

    private List<@Nullable Object> row(Table table, List<Column> columns, ResultSet row) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.generation() instanceof Identity identity && identity.always()) {
                throw unwritable(table, column, "the database always generates its values");
            }
            Object value = value(table, column, row, i + 1);
            if (value != null && column.type().kind() == SqlType.Kind.JSON && !product.parsesTextAsJson()) {
                throw unwritable(table, column, "this database stores a text as a JSON string");
            }
            if (!isWritable(value)) {
                throw unwritable(table, column, "Retort does not write the value " + row.getString(i + 1));
            }
            values.add(value);
        }
        return values;
    }

    /** SQL has literals for the years 1 to 9999 and for finite numbers only. */
    private static boolean isWritable(@Nullable Object value) {
        if (value instanceof Double number) {
            return Double.isFinite(number);
        }
        return !(value instanceof LocalDate || value instanceof LocalDateTime || value instanceof OffsetDateTime)
                || hasLiteral(((TemporalAccessor) value).get(ChronoField.YEAR));
    }

    private static boolean hasLiteral(int year) {
        return year >= 1 && year <= 9999;
    }

    private static @Nullable Object value(Table table, Column column, ResultSet row, int index) throws SQLException {
        SqlType.Kind kind = column.type().kind();
        if (row.getObject(index) == null) {
            return null;
        }
        return switch (kind) {
            case BOOLEAN -> row.getBoolean(index);
            case TINYINT, SMALLINT, INTEGER -> row.getInt(index);
            case BIGINT -> row.getLong(index);
            case REAL, DOUBLE, FLOAT -> row.getDouble(index);
            case NUMERIC -> finite(table, column, row.getString(index));
            case DATE -> infinityOr(LocalDate.class, row, index);
            case TIME -> time(table, column, row, index);
            case TIMESTAMP -> infinityOr(LocalDateTime.class, row, index);
            case TIMESTAMP_WITH_TIME_ZONE -> infinityOr(OffsetDateTime.class, row, index);
            case UUID -> UUID.fromString(row.getString(index));
            case BINARY, VARBINARY, BLOB -> row.getBytes(index);
            case CHAR, VARCHAR, NCHAR, NVARCHAR, TEXT, CLOB, NCLOB, ENUM, OTHER, JSON, XML, INET, TIME_WITH_TIME_ZONE ->
                row.getString(index);
            case ARRAY, INTERVAL ->
                throw unwritable(table, column, "Retort does not write values of the type " + column.type());
        };
    }

    private static BigDecimal finite(Table table, Column column, String number) {
        try {
            return new BigDecimal(number);
        } catch (NumberFormatException e) {
            throw unwritable(table, column, "Retort does not write the value " + number);
        }
    }

    /** PostgreSQL has two dates that Java does not have, and reads them from their text. */
    private static Object infinityOr(Class<?> type, ResultSet row, int index) throws SQLException {
        String text = row.getString(index);
        return INFINITIES.contains(text) ? text : row.getObject(index, type);
    }

    /** Java has no 24:00, which the driver would replace by the last nanosecond of the day. */
    private static LocalTime time(Table table, Column column, ResultSet row, int index) throws SQLException {
        String text = row.getString(index);
        if (text.startsWith("24:")) {
            throw unwritable(table, column, "Retort does not write the value " + text);
        }
        return row.getObject(index, LocalTime.class);
    }

    private static RetortException unwritable(Table table, Column column, String why) {
        return refusal(
                "The rows of " + table.name() + " cannot be written into the revision, because of the column "
                        + column.name() + ": " + why + ".",
                "Leave the table out, and insert its rows by hand in a revision of its own.");
    }

    private static RetortException refusal(String what, String action) {
        return new RetortException(what, action, ExitStatus.USAGE);
    }
}
