package io.retort.diff.author;

import io.retort.operation.ColumnOperation;
import io.retort.operation.ConstraintOperation;
import io.retort.operation.CustomOperation;
import io.retort.operation.DataOperation;
import io.retort.operation.IndexOperation;
import io.retort.operation.Operation;
import io.retort.operation.OperationVisitor;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.operation.TypeOperation;
import io.retort.schema.QualifiedName;
import java.util.List;

/** The message of a revision for which the user gives none: its main change, and how many more there are. */
public final class RevisionMessage {

    /** What is created, dropped or renamed says more than what is changed. */
    private static final String CHANGE = "change";

    private static final Phrase PHRASE = new Phrase();

    private RevisionMessage() {}

    /**
     * Returns the message of a revision, such as {@code add nickname to owner and 2 more changes}.
     *
     * @param operations the operations of the upgrade; at least one
     */
    public static String of(List<Operation> operations) {
        int others = operations.size() - 1;
        List<String> phrases =
                operations.stream().map(operation -> operation.accept(PHRASE)).toList();
        String main = phrases.stream()
                .filter(phrase -> !phrase.startsWith(CHANGE))
                .findFirst()
                .orElse(phrases.get(0));
        return switch (others) {
            case 0 -> main;
            case 1 -> main + " and 1 more change";
            default -> main + " and " + others + " more changes";
        };
    }

    /** One change in words. */
    private static final class Phrase implements OperationVisitor.ByObject<String> {

        @Override
        public String createTable(TableOperation.Create create) {
            return "create " + create.table().name();
        }

        @Override
        public String dropTable(TableOperation.Drop drop) {
            return "drop " + drop.name();
        }

        @Override
        public String renameTable(TableOperation.Rename rename) {
            return "rename " + rename.before() + " to " + rename.after();
        }

        @Override
        public String rebuildTable(TableOperation.Rebuild rebuild) {
            return rebuild.changes().isEmpty()
                    ? table(rebuild)
                    : rebuild.changes().get(0).accept(this);
        }

        @Override
        public String table(TableOperation operation) {
            return "change" + subject(operation);
        }

        @Override
        public String addColumn(ColumnOperation.Add add) {
            return "add " + add.column().name() + " to " + add.table();
        }

        @Override
        public String dropColumn(ColumnOperation.Drop drop) {
            return "drop " + drop.name() + " from " + drop.table();
        }

        @Override
        public String renameColumn(ColumnOperation.Rename rename) {
            return "rename " + rename.before() + " of " + rename.table() + " to " + rename.after();
        }

        @Override
        public String alterColumn(ColumnOperation.Alter alter) {
            return "change " + alter.after().name() + " of " + alter.table();
        }

        @Override
        public String column(ColumnOperation operation) {
            return "change a column" + subject(operation);
        }

        @Override
        public String constraint(ConstraintOperation operation) {
            return "change constraints" + subject(operation);
        }

        @Override
        public String index(IndexOperation operation) {
            return "change indexes" + subject(operation);
        }

        @Override
        public String sequence(SequenceOperation operation) {
            return "change sequence"
                    + operation.subject().map(name -> " " + name).orElse("");
        }

        @Override
        public String type(TypeOperation operation) {
            return "change type" + operation.subject().map(name -> " " + name).orElse("");
        }

        @Override
        public String data(DataOperation operation) {
            return "change rows" + subject(operation);
        }

        @Override
        public String custom(CustomOperation operation) {
            return operation.describe();
        }

        private static String subject(Operation operation) {
            return operation
                    .subject()
                    .map(QualifiedName::toString)
                    .map(name -> " of " + name)
                    .orElse("");
        }
    }
}
