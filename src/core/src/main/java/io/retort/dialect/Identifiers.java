package io.retort.dialect;

import io.retort.error.RetortException;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How one product treats names: three spellings of each, and the ways between them.
 *
 * <ul>
 *   <li><em>typed</em>: as a person writes it, with double quotes inside where they matter ({@link Identifier})
 *   <li><em>stored</em>: the letters in the database's catalog
 *   <li><em>SQL</em>: what a statement says, quoted where the product needs it
 * </ul>
 *
 * @param folding what the product does to the letters of an unquoted name
 * @param quote the quote sign, used on both sides; a bracket is closed by its like
 * @param reserved words, in lower case, that are no names unless quoted
 * @param maxBytes the longest name, in bytes of UTF-8
 */
public record Identifiers(Folding folding, char quote, Set<String> reserved, int maxBytes) {

    private static final Pattern REGULAR = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** What a product does to the letters of an unquoted name. */
    public enum Folding {
        UPPER,
        LOWER,
        NONE;

        String apply(String name) {
            return switch (this) {
                case UPPER -> name.toUpperCase(Locale.ROOT);
                case LOWER -> name.toLowerCase(Locale.ROOT);
                case NONE -> name;
            };
        }
    }

    public Identifiers {
        reserved = Set.copyOf(reserved);
    }

    /** The letters that the catalog has for a typed name. */
    public String stored(String typed) {
        Identifier identifier = Identifier.parse(typed);
        return identifier.quoted() || !regular(identifier.text())
                ? identifier.text()
                : folding.apply(identifier.text());
    }

    /** The plainest typed spelling of a name in the catalog. */
    public String typed(String stored) {
        String plain = folding == Folding.UPPER ? stored.toLowerCase(Locale.ROOT) : stored;
        boolean same = regular(plain) && folding.apply(plain).equals(stored);
        return same || (folding == Folding.NONE && regular(stored)) ? plain : new Identifier(stored, true).typed();
    }

    /** The plainest spelling of a typed name: two names mean one thing exactly if these are equal. */
    public String canonical(String typed) {
        return typed(stored(typed));
    }

    /** A qualified name in its plainest spelling. */
    public QualifiedName canonical(QualifiedName name) {
        String schema = name.schema();
        return new QualifiedName(schema == null ? null : canonical(schema), canonical(name.name()));
    }

    /**
     * A typed name as a statement says it: quoted where it must be.
     *
     * @throws RetortException if no database could have such a name, or this one would cut it
     */
    public String sql(String typed) {
        requireUsable(typed);
        Identifier identifier = Identifier.parse(typed);
        if (identifier.quoted()) {
            return quoted(identifier.text());
        }
        boolean plain = regular(identifier.text())
                && !reserved.contains(identifier.text().toLowerCase(Locale.ROOT));
        return plain ? identifier.text() : quoted(stored(typed));
    }

    /** A qualified name as a statement says it. */
    public String sql(QualifiedName name) {
        String schema = name.schema();
        return schema == null ? sql(name.name()) : sql(schema) + "." + sql(name.name());
    }

    private void requireUsable(String typed) {
        if (typed.isBlank() || typed.equals("\"\"")) {
            throw unusable("A name is empty.");
        }
        if (typed.indexOf('\0') >= 0) {
            throw unusable("The name \"" + typed.replace('\0', '?') + "\" holds a zero, which no database takes.");
        }
        if (typed.startsWith("\"") != typed.endsWith("\"") || typed.equals("\"")) {
            throw unusable("The name " + typed + " has a quote on one side only.");
        }
        int length = Identifier.parse(typed).text().length();
        if (length > maxBytes) {
            throw unusable("The name " + typed.substring(0, 20) + "... has " + length
                    + " characters, and this database takes " + maxBytes + ".");
        }
    }

    private static RetortException unusable(String what) {
        return new RetortException(what, "Give it another name.");
    }

    private String quoted(String text) {
        String end = String.valueOf(quote == '[' ? ']' : quote);
        return quote + text.replace(end, end + end) + end;
    }

    private static boolean regular(String text) {
        return REGULAR.matcher(text).matches();
    }
}
