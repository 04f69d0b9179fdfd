package io.retort.diff.question;

import io.retort.diff.internal.model.JavaColumn;
import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.Statement;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Handles enums stored by ordinal when constants are added or removed. Unless that happens at the end, every later
 * ordinal changes its meaning.
 *
 * @param inquiry the context of the questions
 */
record OrdinalConstants(ReviewContext inquiry) {

    private static final String HELD = "%s is not null";
    private static final String UNKNOWN = "some values of %s do not match a constant";

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
                ? Optional.of(moved(table, was, java, order(subject, answer.value(), was, java)))
                : Optional.empty();
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
                        Choice.open(
                                "m",
                                Verb.MAP,
                                placeholder(was),
                                "the former constants, in this order: rows get the present ordinals")),
                Optional.empty(),
                new Answer(Verb.ACCEPT, ""));
    }

    /** The present constants must not stand here: copied as they are, they would declare that no number changes. */
    private static String placeholder(CheckedValues was) {
        return IntStream.range(0, was.values().size())
                .mapToObj(ordinal -> "CONSTANT" + ordinal)
                .collect(Collectors.joining("+"));
    }

    private static List<String> order(String subject, String value, CheckedValues was, JavaColumn java) {
        List<String> order =
                Arrays.stream(value.split("\\+")).map(String::strip).toList();
        if (order.stream().noneMatch(java.constants()::contains)) {
            throw invalid(subject, value, "the enum has none of these constants", was, java);
        }
        if (order.size() != was.values().size()) {
            throw invalid(subject, value, "this has " + new Count(order.size(), false).of("constant"), was, java);
        }
        if (Set.copyOf(order).size() < order.size()) {
            throw invalid(subject, value, "a constant is given twice", was, java);
        }
        return order;
    }

    private static RetortException invalid(
            String subject, String value, String problem, CheckedValues was, JavaColumn java) {
        return new RetortException(
                "-Dmap=" + subject + "=" + value + ": " + problem + ".",
                "Give the " + new Count(was.values().size(), false).of("former constant")
                        + " in their former order, with any name for one that was removed. The present constants are "
                        + String.join("+", java.constants()) + ".",
                ExitStatus.USAGE);
    }

    /** The update, preceded by a check that no row contains the ordinal of a removed constant. */
    private List<Operation> moved(QualifiedName table, CheckedValues was, JavaColumn java, List<String> order) {
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
        operations.add(inquiry.guards().up(table, was.column(), others(there), UNKNOWN));
        operations.add(
                new DataOperation.Execute(update(table, was, there), update(table, was, back), Statement.Sql.ANY));
        operations.add(inquiry.guards().down(table, was.column(), others(back), UNKNOWN));
        return operations;
    }

    private static String others(Map<Integer, Integer> known) {
        return "%s not in (" + numbers(known) + ")";
    }

    private String update(QualifiedName table, CheckedValues was, Map<Integer, Integer> moves) {
        String column = inquiry.sql(was.column());
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
