package io.retort.internal.dialect.ansi;

import io.retort.dialect.Identifiers;
import io.retort.internal.session.CatalogLookup;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.SqlValues;
import io.retort.operation.Statement;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A statement with the name of a constraint, which can have another name in the connected database: {@code ddl-auto}
 * generates its own names. If the name does not exist, the only constraint on the same columns is used.
 *
 * @param before the statement up to the name
 * @param name the name as typed
 * @param after the rest of the statement
 * @param table the table
 * @param constraint the constraint
 * @param identifiers how the product treats names
 */
public record ConstraintLookup(
        String before, String name, String after, QualifiedName table, Constraint constraint, Identifiers identifiers)
        implements Statement.Adaptation {

    /** The words that a database adds to a condition, or leaves out, when it stores one. */
    private static final Set<String> STORED =
            Set.of("in", "any", "array", "between", "and", "or", "text", "character", "varying");

    @Override
    public String adapt(String text, Connection connection) throws SQLException {
        return before + identifiers.sql(identifiers.typed(actualName(connection))) + after;
    }

    /**
     * Returns the stored name of the constraint in a database; the given name if it exists, or if no other constraint
     * matches.
     */
    public String actualName(Connection connection) throws SQLException {
        String given = identifiers.stored(name);
        List<CatalogConstraint> alike = found(connection).stream()
                .filter(found -> found.type().equals(type()))
                .toList();
        if (alike.stream().anyMatch(found -> found.name().equalsIgnoreCase(given))) {
            return given;
        }
        List<CatalogConstraint> same = alike.stream().filter(this::isSame).toList();
        return same.size() == 1 ? same.get(0).name() : given;
    }

    private List<CatalogConstraint> found(Connection connection) throws SQLException {
        String schema = table.schema() == null ? null : identifiers.stored(table.schema());
        String stored = identifiers.stored(table.name());
        return constraint instanceof Check
                ? CatalogConstraint.checks(CatalogLookup.of(connection, CatalogConstraint.CHECKS, schema, stored))
                : CatalogConstraint.keys(CatalogLookup.of(connection, CatalogConstraint.KEYS, schema, stored));
    }

    private String type() {
        if (constraint instanceof PrimaryKey) {
            return "PRIMARY KEY";
        }
        if (constraint instanceof Unique) {
            return "UNIQUE";
        }
        return constraint instanceof ForeignKey ? "FOREIGN KEY" : "CHECK";
    }

    private boolean isSame(CatalogConstraint found) {
        if (constraint instanceof Check check) {
            return isSameCondition(check.expression(), found.condition());
        }
        return constraint instanceof PrimaryKey
                || plain(found.columns())
                        .equals(plain(
                                columns().stream().map(identifiers::stored).toList()));
    }

    private List<String> columns() {
        return constraint instanceof Unique unique ? unique.columns() : ((ForeignKey) constraint).columns();
    }

    private static Set<String> plain(List<String> names) {
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }

    /**
     * Returns whether two conditions contain the same values, and all keywords and names of one occur in the other.
     * Databases add casts when they store a condition.
     */
    public static boolean isSameCondition(String one, String other) {
        Set<String> words = words(one);
        Set<String> others = words(other);
        return values(one).equals(values(other)) && (others.containsAll(words) || words.containsAll(others));
    }

    private static Set<String> words(String condition) {
        return SqlValues.tokens(condition).stream()
                .filter(SqlToken::isName)
                .map(SqlValues::word)
                .filter(word -> !STORED.contains(word))
                .collect(Collectors.toSet());
    }

    private static Set<String> values(String condition) {
        return SqlValues.of(condition).stream().map(SqlToken::text).collect(Collectors.toSet());
    }

    /** Adds the constraint in a comment before its name: {@code unique (mail)}. */
    @Override
    public String inFile(String text) {
        String what = constraint instanceof Check check
                ? check.expression()
                : constraint instanceof PrimaryKey key
                        ? String.join(", ", key.columns())
                        : String.join(", ", columns());
        boolean readable = !what.contains("*/") && !what.contains("\n") && !what.contains("/*");
        return readable && text.startsWith(before)
                ? before + "/* " + type().toLowerCase(Locale.ROOT) + " (" + what + ") */ "
                        + text.substring(before.length())
                : text;
    }
}
