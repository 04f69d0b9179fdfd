package io.retort.diff.internal.interview;

import io.retort.diff.internal.model.JavaColumn;
import io.retort.diff.question.Answer;
import io.retort.diff.question.Choice;
import io.retort.diff.question.Count;
import io.retort.diff.question.Question;
import io.retort.diff.question.Verb;
import io.retort.error.Advice;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.internal.sql.ColumnReferences;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.QualifiedName;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Handles enums stored by ordinal when constants are added or removed. Unless that happens at the end, every later
 * ordinal changes its meaning.
 */
final class OrdinalConstants {

    private static final String HELD = "%s is not null";
    private static final String ALL = "all former constants";
    private static final String UNKNOWN = "some values of %s do not match a constant";

    private final ReviewContext inquiry;

    /**
     * @param inquiry the context of the questions
     */
    OrdinalConstants(ReviewContext inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Asks whether the stored ordinals keep their meaning.
     *
     * @return the operations that convert the ordinals; empty if they are unchanged
     */
    Optional<List<Operation>> ask(QualifiedName table, CheckedValues was, CheckedValues is) {
        JavaColumn java = inquiry.java(table, was.column());
        if (!java.isOrdinal() || was.texts() || was.values().equals(is.values())) {
            return Optional.empty();
        }
        String subject = table + "." + was.column();
        Count rows = inquiry.evidence().rows(table, was.column(), HELD);
        if (rows.isNone()) {
            inquiry.remark("The constants of " + subject + " are stored as ordinals. There were "
                    + was.values().size() + " constants and now there are "
                    + is.values().size()
                    + ". The compared database has no values; in others, stored numbers keep their meaning only if constants"
                    + " were added or removed at the end.");
            return Optional.empty();
        }
        Answer answer = inquiry.ask(question(subject, rows, was, java));
        return answer.verb() == Verb.MAP
                ? Optional.of(moved(table, was.column(), java, order(subject, answer.value(), was, java)))
                : Optional.empty();
    }

    /**
     * Asks about ordinals that no constant has. Without a check constraint in the database, a removed constant changes
     * nothing in the schema.
     *
     * @param table the table in the database
     * @param wanted the table of the model as the database would create it
     * @param column the column in the database
     * @return the update of these rows, if that is the answer
     */
    List<Operation> unchecked(Table table, Table wanted, Column column) {
        JavaColumn java = inquiry.java(table.name(), column.name());
        if (!java.isOrdinal() || isChecked(column, table, wanted) || TypeFamily.of(column.type()) != TypeFamily.WHOLE) {
            return List.of();
        }
        List<String> constants = java.constants();
        String unknown = IntStream.range(0, constants.size())
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(", ", "%s not in (", ")"));
        Count rows = inquiry.evidence().rows(table.name(), column.name(), unknown);
        if (rows.isNone() || !inquiry.evidence().rows(table.name()).isKnown()) {
            return List.of(); // without a database, nothing indicates that a constant was removed
        }
        Answer answer = inquiry.ask(unknownQuestion(table.name(), column.name(), rows, constants));
        if (answer.verb() != Verb.MAP) {
            return List.of();
        }
        int ordinal = constants.indexOf(answer.value());
        return ordinal >= 0
                ? List.of(inquiry.update(table.name(), column.name(), String.valueOf(ordinal), unknown))
                : moved(table.name(), column.name(), java, formerOrder(table.name(), column.name(), answer, java));
    }

    private static boolean isChecked(Column column, Table... tables) {
        return Stream.of(tables)
                .flatMap(table -> table.constraintsOf(Check.class))
                .anyMatch(check -> ColumnReferences.of(column.name(), check.expression()));
    }

    private Question unknownQuestion(QualifiedName table, String column, Count rows, List<String> constants) {
        String subject = table + "." + column;
        return new Question(
                "ordinals",
                subject,
                List.of(
                        "Column " + subject + " stores the ordinals of enum constants; "
                                + rows.of("row") + " " + rows.verb("has", "have")
                                + " a number that is not the ordinal of a constant. The constants are "
                                + String.join(", ", constants)
                                + ". If a constant was removed in front of others, smaller numbers mean other constants as well."),
                unknownChoices(constants, isUnique(table, column)),
                Optional.empty(),
                new Answer(Verb.ACCEPT, ""));
    }

    /** In a unique column, several rows cannot have one constant. */
    private static List<Choice> unknownChoices(List<String> constants, boolean unique) {
        List<Choice> choices = new ArrayList<>();
        if (!unique) {
            constants.forEach(constant -> choices.add(new Choice(
                    String.valueOf(choices.size() + 1),
                    Verb.MAP,
                    constant,
                    "these rows get this constant; a downgrade does not restore their numbers",
                    "",
                    true)));
        }
        choices.add(former(constants.size() + 1));
        choices.add(Choice.of("a", Verb.ACCEPT, "leave them: entities cannot read these rows"));
        return choices;
    }

    /** Without a check constraint, the number of former constants is known only from the rows. */
    private List<String> formerOrder(QualifiedName table, String column, Answer answer, JavaColumn java) {
        String subject = table + "." + column;
        List<String> order = order(subject, answer.value(), ALL, java);
        Count larger = inquiry.evidence().rows(table, column, "%s >= " + order.size());
        if (!larger.isNone()) {
            String problem = larger.of("row") + " " + larger.verb("has", "have") + " a larger number";
            throw invalid(subject, answer.value(), problem, ALL, java);
        }
        return order;
    }

    private static Choice former(int constants) {
        return Choice.open(
                "m",
                Verb.MAP,
                placeholder(constants),
                "the former constants, in this order: rows get the present ordinals");
    }

    private static Question question(String subject, Count rows, CheckedValues was, JavaColumn java) {
        return new Question(
                "ordinals",
                subject,
                List.of(
                        "Column " + subject + " stores the ordinals of enum constants: " + rows.of("row") + " "
                                + rows.verb("has", "have") + " a value. There were "
                                + was.values().size() + " constants; now there are "
                                + java.constants().size() + ": " + String.join(", ", java.constants())
                                + ". A constant added or removed anywhere but at the end changes the meaning of stored numbers."),
                List.of(
                        Choice.of(
                                "a",
                                Verb.ACCEPT,
                                "the stored numbers keep their meaning: constants were added or removed at the end"),
                        former(was.values().size())),
                Optional.empty(),
                new Answer(Verb.ACCEPT, ""));
    }

    /** The present constants must not stand here: copied as they are, they would declare that no number changes. */
    private static String placeholder(int constants) {
        return IntStream.range(0, constants)
                .mapToObj(ordinal -> "CONSTANT" + ordinal)
                .collect(Collectors.joining("+"));
    }

    private static List<String> order(String subject, String value, CheckedValues was, JavaColumn java) {
        String former = "the " + new Count(was.values().size(), false).of("former constant");
        List<String> order = order(subject, value, former, java);
        if (order.size() != was.values().size()) {
            throw invalid(subject, value, "this has " + new Count(order.size(), false).of("constant"), former, java);
        }
        return order;
    }

    private static List<String> order(String subject, String value, String former, JavaColumn java) {
        List<String> order =
                Arrays.stream(value.split("\\+")).map(String::strip).toList();
        if (order.stream().noneMatch(java.constants()::contains)) {
            throw invalid(subject, value, "the enum has none of these constants", former, java);
        }
        if (Set.copyOf(order).size() < order.size()) {
            throw invalid(subject, value, "a constant is given twice", former, java);
        }
        return order;
    }

    private static RetortException invalid(
            String subject, String value, String problem, String former, JavaColumn java) {
        return new RetortException(
                Advice.of(Advice.option("map", subject + "=" + value), ": " + problem + "."),
                Advice.of("Give " + former
                        + " in their former order, with any name for one that was removed. The present constants are "
                        + String.join("+", java.constants()) + "."),
                ExitStatus.USAGE);
    }

    /** The update, preceded by a check that no row contains the ordinal of a removed constant. */
    private List<Operation> moved(QualifiedName table, String column, JavaColumn java, List<String> order) {
        Map<Integer, Integer> there = new LinkedHashMap<>();
        Map<Integer, Integer> back = new LinkedHashMap<>();
        for (int i = 0; i < order.size(); i++) {
            int now = java.constants().indexOf(order.get(i));
            if (now >= 0) {
                there.put(i, now);
                back.put(now, i);
            }
        }
        List<Operation> operations = new ArrayList<>();
        operations.add(inquiry.guards().up(table, column, others(there), UNKNOWN));
        if (isUnique(table, column)) {
            operations.add(execute(update(table, column, negative(there)), mirror(table, column)));
            operations.add(execute(mirror(table, column), update(table, column, negative(back))));
        } else {
            operations.add(execute(update(table, column, there), update(table, column, back)));
        }
        operations.add(inquiry.guards().down(table, column, others(back), UNKNOWN));
        return operations;
    }

    private static DataOperation.Execute execute(String sql, String undo) {
        return new DataOperation.Execute(sql, undo);
    }

    /** Whether a row that has its new number can collide with one that still has its old number. */
    private boolean isUnique(QualifiedName name, String column) {
        return inquiry.live()
                .table(name)
                .filter(table -> table.constraints().stream().anyMatch(constraint -> isIn(constraint, column))
                        || table.indexes().stream()
                                .anyMatch(index -> index.unique()
                                        && index.parts().stream()
                                                .anyMatch(part -> part.text().equals(column))))
                .isPresent();
    }

    private static boolean isIn(Constraint constraint, String column) {
        return constraint instanceof PrimaryKey key && key.columns().contains(column)
                || constraint instanceof Unique unique && unique.columns().contains(column);
    }

    /** Numbers that no row has: 0 becomes -1, 1 becomes -2. */
    private static Map<Integer, Integer> negative(Map<Integer, Integer> moves) {
        Map<Integer, Integer> negative = new LinkedHashMap<>();
        moves.forEach((from, to) -> negative.put(from, -1 - to));
        return negative;
    }

    private String mirror(QualifiedName table, String name) {
        String column = inquiry.sql(name);
        return "update " + inquiry.sql(table) + " set " + column + " = -1 - " + column + " where " + column + " < 0";
    }

    private static String others(Map<Integer, Integer> known) {
        return "%s not in (" + numbers(known) + ")";
    }

    private String update(QualifiedName table, String name, Map<Integer, Integer> moves) {
        String column = inquiry.sql(name);
        StringBuilder sql = new StringBuilder("update " + inquiry.sql(table) + " set " + column + " = case " + column);
        moves.forEach(
                (from, to) -> sql.append(" when ").append(from).append(" then ").append(to));
        return sql.append(" end where ")
                .append(column)
                .append(" in (")
                .append(numbers(moves))
                .append(')')
                .toString();
    }

    private static String numbers(Map<Integer, Integer> moves) {
        return moves.keySet().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
