package io.retort.diff.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.dialect.Dialect;
import io.retort.dialect.conversion.Conversion;
import io.retort.diff.internal.compare.Comparison;
import io.retort.diff.internal.compare.ComparisonContext;
import io.retort.diff.internal.compare.TableRebuilds;
import io.retort.diff.internal.inspect.Scope;
import io.retort.diff.internal.interview.Interview;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Answers;
import io.retort.diff.question.CountedRows;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.Column;
import io.retort.schema.Snapshot;
import io.retort.schema.SqlType;
import io.retort.schema.Table;
import io.retort.testkit.DatabaseServer;
import io.retort.testkit.TestDatabase;
import io.retort.testkit.TestDb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/**
 * Every ordered pair of types on every product, with rows that contain boundary values of the old type.
 *
 * <p>A change that is written without a question preserves every value and restores it on downgrade. A change that is
 * accepted does so too, or fails without changing anything. Values are read by the product's own driver. From the
 * conversion table, the test uses only which values are lost.
 */
@Tag("long")
class ConversionMatrixTests {

    private static final int LONGEST = 400;
    private static final String ZONE = "Europe/Berlin";

    static Stream<TestDatabase> databases() {
        List<TestDatabase> soon =
                List.of(TestDatabase.POSTGRESQL, TestDatabase.H2, TestDatabase.HSQLDB, TestDatabase.SQLITE);
        List<TestDatabase> all = List.of(
                TestDatabase.POSTGRESQL_15,
                TestDatabase.POSTGRESQL,
                TestDatabase.MARIADB,
                TestDatabase.MYSQL,
                TestDatabase.H2,
                TestDatabase.HSQLDB,
                TestDatabase.SQLITE);
        return (Boolean.getBoolean("retort.full") ? all : soon).stream().filter(database -> {
            try {
                DatabaseServer server = database.server();
                return server != null;
            } catch (TestAbortedException e) {
                System.out.println("[left out] " + e.getMessage());
                return false;
            }
        });
    }

    @ParameterizedTest(name = "on {0}")
    @MethodSource("databases")
    void everyPairKeepsItsWord(TestDatabase database) throws SQLException {
        try (TestDb db = database.server().newDatabase();
                Connection connection = db.connect()) {
            Matrix matrix = new Matrix(db, connection);
            matrix.run();
            System.out.println("[conversions] " + database + " " + matrix.summary());
            assertThat(matrix.broken).isEmpty();
        }
    }

    private static final class Matrix {

        private final TestDb db;
        private final Connection connection;
        private final Dialect dialect;
        private final List<String> broken = new ArrayList<>();
        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        Matrix(TestDb db, Connection connection) throws SQLException {
            this.db = db;
            this.connection = connection;
            this.dialect = Dialects.named(db.database().product());
            if (db.database() == TestDatabase.SQLITE) {
                execute("pragma synchronous = off");
                execute("pragma journal_mode = memory");
            }
        }

        String summary() {
            return numbers.toString();
        }

        private void broken(String how) {
            String line = how.lines().findFirst().orElse("");
            broken.add(line.length() > LONGEST ? line.substring(0, LONGEST) + "..." : line);
        }

        private void add(String what, int more) {
            numbers.merge(what, more, Integer::sum);
        }

        void run() throws SQLException {
            List<ConversionSamples> samples = ConversionSamples.on(db.database());
            List<SqlType> live = new ArrayList<>();
            for (ConversionSamples sample : samples) {
                live.add(inspected(sample.type()));
            }
            for (int i = 0; i < samples.size(); i++) {
                for (int j = 0; j < samples.size(); j++) {
                    if (!live.get(i).equals(live.get(j))) {
                        pair(samples.get(i), live.get(i), samples.get(j).type(), live.get(j));
                    }
                }
            }
        }

        private SqlType inspected(SqlType type) throws SQLException {
            execute("create table w (n " + dialect.typeName(type) + ")");
            SqlType read = ComparedProduct.of(dialect)
                    .inspector(dialect)
                    .inspect(connection, Scope.CURRENT)
                    .tables()
                    .get(0)
                    .columns()
                    .get(0)
                    .type();
            execute("drop table w");
            return read;
        }

        private void pair(ConversionSamples from, SqlType before, SqlType declared, SqlType after) throws SQLException {
            String name = from.type() + " -> " + declared;
            Conversion conversion =
                    dialect.conversions().between(before, declared).in(ZONE);
            add("pairs", 1);
            add("values", from.values().size());
            List<String> kept = new ArrayList<>();
            List<String> lost = new ArrayList<>();
            begin(from.type(), from.values());
            for (int i = 0; i < from.values().size(); i++) {
                boolean isLost = conversion.loss() != null
                        && count("id = " + i + " and "
                                        + conversion.loss().condition().replace("%s", "n"))
                                > 0;
                (isLost ? lost : kept).add(from.values().get(i));
            }
            try {
                if (!lost.isEmpty()) {
                    refuses(name, from, before, declared, after, lost);
                }
                if (!kept.isEmpty()) {
                    keeps(name, from, before, declared, after, kept);
                }
                empty(name, from, before, declared, after);
            } catch (SQLException | RuntimeException e) {
                broken(name + ": " + e.getMessage());
            }
            execute("drop table if exists t");
        }

        private void begin(SqlType type, List<String> values) throws SQLException {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            execute("drop table if exists t");
            execute("create table t (id integer not null, n " + dialect.typeName(type) + ", primary key (id))");
            if (!values.isEmpty()) {
                String rows = IntStream.range(0, values.size())
                        .mapToObj(i -> "(" + i + ", " + values.get(i) + ")")
                        .collect(Collectors.joining(", "));
                execute("insert into t (id, n) values " + rows + ", (99, null)");
            }
        }

        /** If values are lost, there is a question, and the accepted change fails without changing anything. */
        private void refuses(
                String name, ConversionSamples from, SqlType before, SqlType declared, SqlType after, List<String> lost)
                throws SQLException {
            begin(from.type(), from.values());
            List<StoredValue> values = read(before);
            Written written = written(before, declared, after);
            if (!written.asked()) {
                broken(name + ": not asked although " + lost + " are lost");
            }
            try {
                apply(written.operations());
                broken(name + ": accepted and run with " + lost + ", which become " + read(after));
            } catch (SQLException refused) {
                rollback();
                if (!read(before).equals(values)) {
                    broken(name + ": failed, and changed " + values + " to " + read(before));
                }
            }
            add("refused", lost.size());
        }

        /** The other values survive and are restored; a downgrade that cannot restore them fails with a message. */
        private void keeps(
                String name, ConversionSamples from, SqlType before, SqlType declared, SqlType after, List<String> kept)
                throws SQLException {
            begin(from.type(), kept);
            List<StoredValue> values = read(before);
            Written written = written(before, declared, after);
            try {
                apply(written.operations());
            } catch (SQLException e) {
                rollback();
                boolean intact = read(before).equals(values);
                if (!written.asked() || !intact) {
                    broken(name + ": " + (intact ? "" : "changed and ") + "fails with " + kept + " unasked="
                            + !written.asked() + ": " + e.getMessage());
                }
                add("fails as announced", kept.size());
                return;
            }
            add(written.asked() ? "asked" : "without a question", kept.size());
            List<StoredValue> there = read(after);
            if (!written.asked() && !StoredValue.alike(there, values)) {
                broken(name + ": unasked " + values + " become " + there);
            }
            try {
                apply(Operation.reverse(written.operations()).orElseThrow());
            } catch (SQLException e) {
                rollback();
                add("no way back", kept.size());
                if (!written.asked()) {
                    broken(name + ": no way back for " + there + ": " + e.getMessage());
                }
                return;
            }
            boolean back = written.asked()
                    ? StoredValue.alike(read(before), values)
                    : read(before).equals(values);
            if (!back) {
                broken(name + ": asked=" + written.asked() + " " + values + " come back as " + read(before)
                        + " by way of " + there);
            }
        }

        /** On an empty table every written change runs, in both directions. */
        private void empty(String name, ConversionSamples from, SqlType before, SqlType declared, SqlType after)
                throws SQLException {
            begin(from.type(), List.of());
            Written written = written(before, declared, after);
            try {
                apply(written.operations());
                apply(Operation.reverse(written.operations()).orElseThrow());
            } catch (SQLException e) {
                rollback();
                broken(name + ": fails without rows: " + e.getMessage());
            }
        }

        private record Written(List<Operation> operations, boolean asked) {}

        private Written written(SqlType before, SqlType declared, SqlType after) {
            List<Question> asked = new ArrayList<>();
            Answers answers = question -> {
                asked.add(question);
                return Optional.of(
                        question.choices(Verb.ACCEPT).isEmpty()
                                ? new Answer(Verb.ZONE, ZONE)
                                : new Answer(Verb.ACCEPT, ""));
            };
            Snapshot live = schema(before);
            Comparison comparison = new Interview(dialect, new CountedRows(connection, dialect), answers, Map.of())
                    .compare(new ComparisonContext(live, schema(after), schema(declared), any -> true));
            return new Written(
                    new TableRebuilds(dialect::needsRebuild).in(comparison.operations(), live), !asked.isEmpty());
        }

        private Snapshot schema(SqlType type) {
            Column id = new Column("id", SqlType.of(SqlType.Kind.INTEGER)).notNull();
            Table table = Table.of(
                    io.retort.schema.QualifiedName.parse("t"),
                    List.of(
                            id,
                            new Column("n", type),
                            new io.retort.schema.Constraint.PrimaryKey(null, List.of("id"))));
            return new Snapshot(List.of(table), List.of(), List.of());
        }

        private void apply(List<Operation> operations) throws SQLException {
            connection.setAutoCommit(false);
            for (Operation operation : operations) {
                for (Statement statement : operation.sql(dialect.ddl())) {
                    if (statement instanceof Statement.Sql sql) {
                        try (var jdbc = connection.createStatement()) {
                            jdbc.execute(sql.text());
                        }
                    } else if (statement instanceof Statement.Work work) {
                        work(work);
                    }
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }

        private void work(Statement.Work work) throws SQLException {
            try {
                work.code().run(connection);
            } catch (SQLException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new SQLException(e);
            }
        }

        private void rollback() throws SQLException {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }

        private long count(String condition) throws SQLException {
            try {
                return Long.parseLong(TestDb.query(connection, "select count(*) from t where " + condition)
                        .get(0));
            } catch (SQLException e) {
                rollback();
                // the length of a large object that is no text cannot be queried as text, which counts as unknown
                if (!condition.contains("lo_get")) {
                    broken("cannot count " + condition + ": " + e.getMessage());
                }
                return 1;
            }
        }

        private List<StoredValue> read(SqlType type) throws SQLException {
            boolean large = String.valueOf(type.text()).equals("oid");
            return StoredValue.all(
                    connection, "select " + (large ? "lo_get(n)" : "n") + " from t where id < 99 order by id");
        }

        private void execute(String sql) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }
}
