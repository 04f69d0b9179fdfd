package io.retort.internal.dialect.ansi;

import io.retort.operation.ConstraintOperation;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Action;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.QualifiedName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the comment in a statement of an SQL file that describes which constraint the statement drops. */
final class ConstraintHint {

    private static final Pattern DROP =
            Pattern.compile("(?is)alter table (\\S+) drop (?:constraint|foreign key|index|check)"
                    + " /\\* (unique|foreign key|primary key|check) \\((.*)\\) \\*/ (\\S+)");

    private ConstraintHint() {}

    /** Returns the operation that a statement represents; empty if it does not describe the constraint. */
    static Optional<ConstraintOperation.Drop> read(String sql) {
        Matcher drop = DROP.matcher(sql.strip());
        if (!drop.matches()) {
            return Optional.empty();
        }
        QualifiedName table = QualifiedName.parse(drop.group(1).replace('`', '"'));
        String name = drop.group(4).replace('`', '"');
        return Optional.of(new ConstraintOperation.Drop(
                table, constraint(name, drop.group(2).toLowerCase(Locale.ROOT), drop.group(3))));
    }

    private static Constraint constraint(String name, String type, String what) {
        List<String> columns = Arrays.asList(what.split(", "));
        return switch (type) {
            case "unique" -> new Constraint.Unique(name, columns);
            case "primary key" -> new Constraint.PrimaryKey(name, columns);
            case "check" -> new Constraint.Check(name, what);
            default ->
                new Constraint.ForeignKey(
                        name,
                        columns,
                        new QualifiedName(null, "unread"),
                        List.of(),
                        Action.NO_ACTION,
                        Action.NO_ACTION,
                        Deferral.NOT_DEFERRABLE);
        };
    }
}
