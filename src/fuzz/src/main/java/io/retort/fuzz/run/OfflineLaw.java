package io.retort.fuzz.run;

import io.retort.dialect.Dialect;
import io.retort.diff.author.Difference;
import io.retort.diff.question.Question;
import io.retort.internal.dialect.Dialects;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.schema.Constraint;
import io.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * A comparison with the history finds what a comparison with the database finds, if both ask and are answered the same.
 * Only what is dropped can have another spelling, because a database changes it. The statements of an upgrade do not
 * contain it.
 *
 * @param dialect the product
 */
record OfflineLaw(Dialect dialect) {

    static OfflineLaw on(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new OfflineLaw(Dialects.of(connection));
        }
    }

    /**
     * Compares two differences.
     *
     * @param offline what the comparison with the history found
     * @param online what the comparison with the database found
     * @param asked what was asked offline
     * @param askedOnline what was asked online
     * @return what only one of them contains, one line each
     */
    List<String> differences(Difference offline, Difference online, RandomAnswers asked, RandomAnswers askedOnline) {
        List<String> lines = new ArrayList<>();
        lines.addAll(difference("question ", questions(askedOnline), questions(asked)));
        lines.addAll(difference("", statements(online), statements(offline)));
        lines.addAll(difference("skipped ", online.skipped(), offline.skipped()));
        lines.addAll(
                difference("kept ", online.caveats().kept(), offline.caveats().kept()));
        lines.addAll(difference("remark ", remarks(online), remarks(offline)));
        return lines;
    }

    private static List<String> questions(RandomAnswers answers) {
        return answers.given().entrySet().stream()
                .map(entry -> text(entry.getKey()) + " -> " + entry.getValue().verb() + " "
                        + entry.getValue().value())
                .sorted()
                .toList();
    }

    private static String text(Question question) {
        return question.kind() + " " + question.subject() + " "
                + question.choices().stream()
                        .map(choice -> choice.verb().toString())
                        .sorted()
                        .toList();
    }

    /** Only a database knows which views, triggers and checks depend on a table. */
    private static List<String> remarks(Difference difference) {
        return difference.remarks().stream()
                .filter(remark -> !remark.contains(" depends on "))
                .toList();
    }

    private List<String> statements(Difference difference) {
        return difference.operations().stream()
                .filter(operation -> !isRenameOfConstraint(operation))
                .map(OfflineLaw::withoutNamesOfChecks)
                .flatMap(this::statements)
                .toList();
    }

    /**
     * The names of constraints and indexes are not compared. A name that follows a renamed table or column is known from
     * the history, but not from a database that names the constraint after a counter in the scratch schema.
     */
    private static boolean isRenameOfConstraint(Operation operation) {
        return operation instanceof ConstraintOperation.Rename || operation instanceof IndexOperation.Rename;
    }

    private static Operation withoutNamesOfChecks(Operation operation) {
        if (!(operation instanceof TableOperation.Rebuild rebuild)) {
            return operation;
        }
        Table table = rebuild.before();
        Table unnamed = new Table(
                table.name(),
                table.columns(),
                table.constraints().stream().map(OfflineLaw::unnamed).toList(),
                table.indexes(),
                table.comment(),
                table.options());
        List<Operation> changes = rebuild.changes().stream()
                .map(change -> change instanceof ConstraintOperation.Drop drop && drop.constraint() != null
                        ? new ConstraintOperation.Drop(drop.table(), unnamed(drop.constraint()))
                        : change)
                .toList();
        return new TableOperation.Rebuild(unnamed, changes);
    }

    private static Constraint unnamed(Constraint constraint) {
        return constraint instanceof Constraint.Check ? constraint.named("checked") : constraint;
    }

    /**
     * A catalog may have quoted and upper-case names. The product names a primary key, and some have another statement for
     * a key without a name.
     */
    private Stream<String> statements(Operation operation) {
        if (operation instanceof ConstraintOperation.Drop drop
                && drop.constraint() instanceof Constraint.PrimaryKey key) {
            return Stream.of("drop primary key " + key.columns() + " of " + drop.table());
        }
        return operation.sql(dialect.ddl()).stream().map(OfflineLaw::text).map(RandomAnswers::plain);
    }

    private static String text(Statement statement) {
        if (statement instanceof Statement.Sql sql) {
            return sql.text();
        }
        return statement instanceof Statement.Backfill backfill ? backfill.text() : statement.toString();
    }

    private static List<String> difference(String what, List<String> online, List<String> offline) {
        if (online.equals(offline)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        List<String> more = new ArrayList<>(offline);
        for (String line : online) {
            if (!more.remove(line)) {
                lines.add("- " + what + line);
            }
        }
        more.forEach(line -> lines.add("+ " + what + line));
        return lines.isEmpty() ? List.of("another order: " + what + online + " and " + offline) : lines;
    }
}
