package io.retort.diff.internal.compare;

import io.retort.internal.sql.SqlLexer.Kind;
import io.retort.internal.sql.SqlToken;
import io.retort.internal.sql.SqlValues;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Constraint.Check;
import io.retort.schema.Constraint.Deferral;
import io.retort.schema.Constraint.ForeignKey;
import io.retort.schema.Constraint.PrimaryKey;
import io.retort.schema.Constraint.Unique;
import io.retort.schema.Index;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the object that the entities declare in place of a live one. A live object with a counterpart is managed even
 * if it differs: it is replaced, not kept in addition to the new one.
 */
public final class Counterparts {

    /** The words that a check constraint over a list of values contains besides its column and the values. */
    private static final Set<String> LISTING = Set.of("in", "any", "array", "between", "and", "cast", "as", "text");

    /** The further words of a type's name: {@code character varying}, {@code timestamp without time zone}. */
    private static final Set<String> SECOND_WORDS = Set.of("varying", "precision", "with", "without", "time", "zone");

    private Counterparts() {}

    /** Whether the model has an index or a unique constraint in place of a live index. */
    static boolean of(Index index, Table live, Table model) {
        return model.indexes().stream()
                        .anyMatch(other -> other.name().equals(index.name())
                                || other.named("x").equals(index.named("x")))
                || model.constraintsOf(Unique.class).anyMatch(unique -> isAsGood(index, unique));
    }

    /**
     * Whether the model has a counterpart of a live constraint.
     *
     * @param constraint a constraint of the live table
     * @param live the live table
     * @param model the table as the entities declare it
     */
    public static boolean of(Constraint constraint, Table live, Table model) {
        if (constraint instanceof PrimaryKey) {
            return model.primaryKey().isPresent();
        }
        boolean named = model.constraints().stream()
                .anyMatch(other -> other.name() != null && other.name().equals(constraint.name()));
        if (named) {
            return true;
        }
        if (constraint instanceof Unique unique) {
            return model.constraintsOf(Unique.class)
                            .anyMatch(other -> Set.copyOf(other.columns()).equals(Set.copyOf(unique.columns()))
                                    && isOpen(other, unique, live))
                    || model.indexes().stream().anyMatch(index -> isAsGood(index, unique));
        }
        if (constraint instanceof ForeignKey key) {
            return model.constraintsOf(ForeignKey.class)
                    .anyMatch(other -> other.referencedTable().equals(key.referencedTable())
                            && Set.copyOf(other.columns()).equals(Set.copyOf(key.columns()))
                            && isOpen(other, key, live));
        }
        return ofCheck((Check) constraint, live, model);
    }

    /** A wanted constraint that the database already has does not replace another one. */
    private static boolean isOpen(Constraint wanted, Constraint live, Table table) {
        Constraint plain = wanted.named("x");
        return plain.equals(live.named("x"))
                || table.constraints().stream().noneMatch(other -> plain.equals(other.named("x")));
    }

    private static boolean ofCheck(Check check, Table live, Table model) {
        return model.constraintsOf(Check.class)
                .anyMatch(other -> other.expression().equals(check.expression())
                        || live.constraintsOf(Check.class)
                                        .noneMatch(same -> same.expression().equals(other.expression()))
                                && listSameColumn(check, other, live));
    }

    /**
     * Whether two check constraints only list the values of the same column.
     *
     * @param one a check constraint
     * @param other another check constraint
     * @param table the table whose columns the constraints use
     */
    public static boolean listSameColumn(Check one, Check other, Table table) {
        Set<String> listed = listed(one, table);
        return listed.size() == 1 && listed.equals(listed(other, table));
    }

    /**
     * Whether two check constraints have the same expression, however the database spells it.
     *
     * @param one a check constraint
     * @param other another check constraint
     */
    public static boolean haveSameExpression(Check one, Check other) {
        return one.expression().equals(other.expression()) || CheckExpression.spelledAlike(one, other);
    }

    /** The columns of a check constraint that only lists values; empty for any other check constraint. */
    private static Set<String> listed(Check check, Table table) {
        Set<String> columns = new HashSet<>();
        Set<String> owners = Set.of(
                plain(table.name().name()), plain(String.valueOf(table.name().schema())), "public");
        for (String word : words(SqlValues.tokens(check.expression()))) {
            boolean column = table.columns().stream()
                    .map(Column::name)
                    .map(Counterparts::plain)
                    .anyMatch(word::equals);
            if (column) {
                columns.add(word);
            } else if (!LISTING.contains(word) && !owners.contains(word)) {
                return Set.of();
            }
        }
        return columns;
    }

    /** The names and keywords, without the types of casts ({@code x::text}) and the prefixes of strings. */
    private static List<String> words(List<SqlToken> tokens) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isName() && !isCastType(tokens, i) && !isPrefix(tokens, i)) {
                words.add(SqlValues.word(tokens.get(i)));
            }
        }
        return words;
    }

    private static boolean isCastType(List<SqlToken> tokens, int i) {
        boolean second = i > 0 && SECOND_WORDS.contains(SqlValues.word(tokens.get(i))) && isCastType(tokens, i - 1);
        return second || i > 1 && tokens.get(i - 1).is(":") && tokens.get(i - 2).is(":");
    }

    /** The character set of a string: {@code _utf8mb4'A'}. */
    private static boolean isPrefix(List<SqlToken> tokens, int i) {
        return i + 1 < tokens.size()
                && tokens.get(i + 1).kind() == Kind.STRING
                && tokens.get(i).end() == tokens.get(i + 1).start();
    }

    private static String plain(String name) {
        return name.replace("\"", "").toLowerCase(Locale.ROOT);
    }

    private static boolean isAsGood(Index index, Unique unique) {
        return index.unique()
                && index.where() == null
                && index.parts().stream().noneMatch(Index.Part::expression)
                && !unique.nullsNotDistinct()
                && unique.deferral() == Deferral.NOT_DEFERRABLE
                && Set.copyOf(columns(index)).equals(Set.copyOf(unique.columns()));
    }

    private static List<String> columns(Index index) {
        return index.parts().stream().map(Index.Part::text).toList();
    }

    /** Whether an index is partial or uses an expression. */
    static boolean isComputed(Index index) {
        return index.where() != null || index.parts().stream().anyMatch(Index.Part::expression);
    }

    /** The kind of a constraint, for messages. */
    static String word(Constraint constraint) {
        if (constraint instanceof PrimaryKey) {
            return "primary key";
        }
        if (constraint instanceof Unique) {
            return "unique constraint";
        }
        return constraint instanceof ForeignKey ? "foreign key" : "check";
    }
}
