package io.retort.dialect;

import io.retort.error.RetortException;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How a product treats names. It converts between three forms:
 *
 * <ul>
 *   <li><em>typed</em>: as written in SQL, with double quotes where they matter ({@link Identifier})
 *   <li><em>stored</em>: the letters in the database's catalog
 *   <li><em>SQL</em>: as it appears in a statement, quoted where the product requires it
 * </ul>
 *
 * @param folding what the product does to an unquoted name
 * @param quote the opening quote character; a bracket is closed by the matching bracket
 * @param reserved the reserved words, in lower case
 * @param maxBytes the maximum length of a name, in bytes of UTF-8
 */
public record Identifiers(Folding folding, char quote, Set<String> reserved, int maxBytes) {

    private static final Pattern REGULAR = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** What a product does to the letters of an unquoted name. */
    public enum Folding {
        /** Converts them to upper case. */
        UPPER,
        /** Converts them to lower case. */
        LOWER,
        /** Keeps them. */
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

    /** Returns the letters that the catalog stores for a typed name. */
    public String stored(String typed) {
        Identifier identifier = Identifier.parse(typed);
        return identifier.quoted() || !regular(identifier.text())
                ? identifier.text()
                : folding.apply(identifier.text());
    }

    /** Returns the shortest typed form of a name in the catalog. */
    public String typed(String stored) {
        String plain = folding == Folding.UPPER ? stored.toLowerCase(Locale.ROOT) : stored;
        boolean same = regular(plain) && folding.apply(plain).equals(stored);
        return same || (folding == Folding.NONE && regular(stored)) ? plain : new Identifier(stored, true).typed();
    }

    /** Returns the shortest typed form of a name. Two names mean the same object exactly if these are equal. */
    public String canonical(String typed) {
        return typed(stored(typed));
    }

    /**
     * Returns whether two typed names mean the same column, so that a table cannot contain both. Case is ignored on
     * products that do not fold names.
     */
    public boolean sameColumn(String one, String other) {
        return folding == Folding.NONE
                ? stored(one).equalsIgnoreCase(stored(other))
                : stored(one).equals(stored(other));
    }

    /** Returns the shortest typed form of a qualified name. */
    public QualifiedName canonical(QualifiedName name) {
        String schema = name.schema();
        return new QualifiedName(schema == null ? null : canonical(schema), canonical(name.name()));
    }

    /**
     * Returns a typed name for a statement, quoted where necessary.
     *
     * @throws RetortException if the name is invalid or longer than the product permits
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

    /**
     * Returns a qualified name for a statement, quoted where necessary.
     *
     * @throws RetortException if the name is invalid or longer than the product permits
     */
    public String sql(QualifiedName name) {
        String schema = name.schema();
        return schema == null ? sql(name.name()) : sql(schema) + "." + sql(name.name());
    }

    private void requireUsable(String typed) {
        if (typed.isBlank() || typed.equals("\"\"")) {
            throw unusable("A name is empty.");
        }
        if (typed.indexOf('\0') >= 0) {
            throw unusable("The name \"" + typed.replace('\0', '?')
                    + "\" contains a NUL character (U+0000), which databases do not accept.");
        }
        if (typed.startsWith("\"") != typed.endsWith("\"") || typed.equals("\"")) {
            throw unusable("The name " + typed + " has a quote at one end only.");
        }
        int length = Identifier.parse(typed).text().length();
        if (length > maxBytes) {
            throw unusable("The name " + typed.substring(0, 20) + "... has " + length
                    + " characters, but this database accepts at most " + maxBytes + ".");
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
