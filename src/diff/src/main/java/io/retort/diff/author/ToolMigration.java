package io.retort.diff.author;

import io.retort.dialect.Dialect;
import io.retort.diff.author.ToolFiles.Transactions;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.sql.SqlLexer;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A migration as statements of one product, for files that another tool runs.
 */
public final class ToolMigration {

    private final Draft draft;
    private final List<Operation> operations;
    private final boolean irreversible;
    private final Dialect dialect;
    private final UnaryOperator<List<Operation>> forms;
    private final Transactions transactions;
    private final StatementTexts texts;

    /**
     * Creates a migration.
     *
     * @param draft the message, the creation time and the remarks
     * @param operations the operations, in executable order
     * @param irreversible whether the migration can have no reverse
     * @param dialect the product
     * @param forms chooses how the operations of one direction are written
     * @param transactions how the tool runs its files in transactions
     * @param texts returns the texts of statements
     */
    public ToolMigration(
            Draft draft,
            List<Operation> operations,
            boolean irreversible,
            Dialect dialect,
            UnaryOperator<List<Operation>> forms,
            Transactions transactions,
            StatementTexts texts) {
        this.draft = draft;
        this.operations = List.copyOf(operations);
        this.irreversible = irreversible;
        this.dialect = dialect;
        this.forms = forms;
        this.transactions = transactions;
        this.texts = texts;
    }

    /** Returns the message, the creation time and the remarks. */
    public Draft draft() {
        return draft;
    }

    /** Returns the operations, in executable order. */
    public List<Operation> operations() {
        return operations;
    }

    /** Returns whether the migration can have no reverse. */
    public boolean irreversible() {
        return irreversible;
    }

    /** Returns the product. */
    public Dialect dialect() {
        return dialect;
    }

    /** Returns what chooses how the operations of one direction are written. */
    public UnaryOperator<List<Operation>> forms() {
        return forms;
    }

    /** Returns how the tool runs its files in transactions. */
    public Transactions transactions() {
        return transactions;
    }

    /** Returns the texts of statements. */
    public StatementTexts texts() {
        return texts;
    }

    /**
     * Consecutive operations that run in the same way.
     *
     * @param operations what they do
     * @param up the statements, without semicolons at their ends
     * @param down the statements that revert them
     * @param reversible whether {@code down} reverts them; false if they cannot be reverted
     * @param transactional whether {@code up} can run in a transaction
     * @param reverseTransactional whether {@code down} can run in a transaction
     */
    public record ScriptPart(
            List<Operation> operations,
            List<String> up,
            List<String> down,
            boolean reversible,
            boolean transactional,
            boolean reverseTransactional) {}

    /** Returns the operations in as few parts as possible. */
    public List<ScriptPart> parts() {
        return parts(part -> true);
    }

    /**
     * Returns the operations in as few parts as possible. A statement that cannot run in a transaction is a part, and
     * so is each statement of a change that must not block other sessions. Its locks end with it, and a failure leaves
     * nothing of the part behind.
     *
     * @param joins returns whether an operation can be in a part with others
     */
    public List<ScriptPart> parts(Predicate<ScriptPart> joins) {
        List<List<ToolOperation>> groups = new ArrayList<>();
        boolean open = false;
        for (ToolOperation operation : new ToolOperations(this).all()) {
            ScriptPart alone = part(List.of(operation), List.of(), List.of());
            boolean joined =
                    !operation.isSplit() && alone.transactional() && alone.reverseTransactional() && joins.test(alone);
            if (!open || !joined) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(operation);
            open = joined;
        }
        List<ScriptPart> parts = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            ScriptPart part = adapted(groups, i);
            if (!part.up().isEmpty() || !part.down().isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Returns the operations in the forms in which the files contain them. */
    List<Operation> written() {
        return new ToolOperations(this)
                .all().stream().map(ToolOperation::written).toList();
    }

    /** Returns whether an operation blocks other sessions because the tool cannot run the form that does not. */
    public boolean isLimited() {
        return new ToolOperations(this).isLimited();
    }

    /** Whether all statements of some operations can run in a transaction. */
    boolean isTransactional(List<Operation> some) {
        return some.stream()
                .flatMap(operation -> operation.sql(dialect.ddl()).stream())
                .allMatch(Statement::transactional);
    }

    /** Returns whether a statement contains a semicolon outside strings, quoted names and comments. */
    public boolean hasBody(String statement) {
        SqlLexer lexer = new SqlLexer(statement, dialect.syntax());
        while (lexer.advance()) {
            if (lexer.kind() == SqlLexer.Kind.SEMICOLON) {
                return true;
            }
        }
        return false;
    }

    /** With the texts for a database that has all parts before it, or all parts that are reverted after it. */
    private ScriptPart adapted(List<List<ToolOperation>> groups, int number) {
        List<Operation> before = new ArrayList<>();
        groups.subList(0, number).forEach(group -> group.forEach(operation -> before.add(operation.written())));
        List<Operation> after = new ArrayList<>();
        groups.forEach(group -> group.forEach(operation -> after.add(operation.written())));
        for (int i = groups.size() - 1; i > number; i--) {
            List<Operation> reverted = back(groups.get(i));
            after.addAll(reverted == null ? List.of() : reverted);
        }
        return part(groups.get(number), before, after);
    }

    private ScriptPart part(List<ToolOperation> some, List<Operation> before, List<Operation> after) {
        List<Operation> declared = some.stream()
                .flatMap(operation -> operation.declared().stream())
                .toList();
        List<Operation> up =
                Draft.brief(some.stream().map(ToolOperation::written).toList());
        List<Operation> back = back(some);
        List<Operation> down = back == null ? List.of() : Draft.brief(back);
        return new ScriptPart(
                declared,
                texts(up, before),
                texts(down, after),
                back != null,
                isTransactional(up),
                isTransactional(down) && some.stream().noneMatch(ToolOperation::isReverseSplit));
    }

    /** Returns null if the operations cannot be reverted, and need not be. */
    private @Nullable List<Operation> back(List<ToolOperation> some) {
        List<Operation> back = new ArrayList<>();
        for (ToolOperation operation : some) {
            List<Operation> reverse = operation.reverse();
            if (reverse == null) {
                if (!irreversible) {
                    throw Draft.irreversible(List.of(operation.written()));
                }
                return null;
            }
            back.addAll(0, reverse);
        }
        return back;
    }

    private List<String> texts(List<Operation> some, List<Operation> earlier) {
        List<Operation> before = new ArrayList<>(earlier);
        List<String> texts = new ArrayList<>();
        for (Operation operation : some) {
            for (Statement statement : operation.sql(dialect.ddl())) {
                texts.add(text(operation, statement, before));
            }
            before.add(operation);
        }
        return texts;
    }

    private String text(Operation operation, Statement statement, List<Operation> before) {
        return statement.accept(new ToolText(operation, before));
    }

    /** Returns the text of a statement in a file of another tool, after the operations that the file has before it. */
    private final class ToolText implements Statement.Visitor<String, RuntimeException> {

        private final Operation operation;
        private final List<Operation> before;

        ToolText(Operation operation, List<Operation> before) {
            this.operation = operation;
            this.before = before;
        }

        @Override
        public String sql(Statement.Sql sql) {
            if (sql.expectedRows() != null) {
                throw new RetortException(
                        "An SQL file of another tool cannot check how many rows a statement changes: "
                                + operation.describe(),
                        "Remove the expected number of rows from the operation.");
            }
            return texts.of(sql, before);
        }

        @Override
        public String backfill(Statement.Backfill backfill) {
            return backfill.whole().text();
        }

        @Override
        public String work(Statement.Work work) {
            throw new RetortException(
                    "This change needs Java code while it runs, and an SQL file cannot contain it: "
                            + operation.describe(),
                    Advice.of(
                            "Write this change by hand for your migration tool, or as a migration in Java. To leave it"
                                    + " out of the comparison: ",
                            Advice.setting("exclude"),
                            "."));
        }
    }
}
