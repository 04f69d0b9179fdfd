package io.retort.diff.internal.interview;

import io.retort.diff.internal.interview.RemovedConstantInterview.Answered;
import io.retort.operation.Operation;
import io.retort.operation.TypeOperation;
import io.retort.operation.TypeOperation.Use;
import io.retort.schema.EnumType;
import io.retort.schema.SqlType.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Asks about constants that were removed from a named enum type while rows still contain them.
 */
final class RemovedEnumTypeValues {

    private final ReviewContext inquiry;

    /**
     * @param inquiry the context of the questions
     */
    RemovedEnumTypeValues(ReviewContext inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Asks about each removed constant and column, and updates the rows before the type is recreated.
     *
     * @param alter the change of the type
     * @return the operations that replace the change
     */
    public List<Operation> alter(TypeOperation.Alter alter) {
        Answered answered = new Answered();
        for (Use use : alter.uses()) {
            answered.add(new RemovedConstantInterview(inquiry)
                    .ask(use.table(), labels(use, alter.before()), labels(use, alter.after())));
        }
        List<String> were = alter.before().values();
        List<String> last = merged(were, alter.after().values(), answered.kept());
        List<String> wide = were.containsAll(answered.targets()) ? were : merged(last, were, last);
        List<Operation> operations = new ArrayList<>();
        operations.addAll(step(alter, were, wide));
        operations.addAll(answered.updates());
        operations.addAll(step(alter, wide, last));
        return operations;
    }

    private static CheckedValues labels(Use use, EnumType type) {
        String text = use.column().type().text();
        boolean several = use.column().type().kind() == Kind.ARRAY || text != null && text.endsWith("[]");
        CheckedValues labels = new CheckedValues(use.column().name(), type.values(), true);
        return several ? labels.inArray() : labels;
    }

    /** Adds further constants to a list, each after its predecessor in the given order. */
    private static List<String> merged(List<String> order, List<String> there, List<String> more) {
        List<String> all = new ArrayList<>(there);
        String before = null;
        for (String label : order) {
            if (more.contains(label) && !all.contains(label)) {
                all.add(before == null ? 0 : all.indexOf(before) + 1, label);
            }
            before = all.contains(label) ? label : before;
        }
        return all;
    }

    private static List<Operation> step(TypeOperation.Alter alter, List<String> from, List<String> to) {
        return from.equals(to)
                ? List.of()
                : Collections.singletonList(new TypeOperation.Alter(
                        new EnumType(alter.before().name(), from),
                        new EnumType(alter.after().name(), to),
                        alter.uses()));
    }
}
