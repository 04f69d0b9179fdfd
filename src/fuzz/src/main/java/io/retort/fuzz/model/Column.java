package io.retort.fuzz.model;

/**
 * The declaration of an attribute's column. Zero and the empty text mean that something is not declared.
 *
 * @param name the name in {@code @Column(name = ...)}
 * @param nullable whether the column can be null
 * @param unique whether the column is declared unique
 * @param length the length of a text or of binary data
 * @param precision the precision of a decimal
 * @param scale the scale of a decimal
 * @param fraction the fractional digits of a second; -1 if not declared
 * @param defaultValue the SQL expression for {@code @ColumnDefault}
 * @param check the SQL expression for {@code @Check}, in which {@code $} is the name of the column
 * @param comment the text for {@code @Comment}
 */
public record Column(
        String name,
        boolean nullable,
        boolean unique,
        int length,
        int precision,
        int scale,
        int fraction,
        String defaultValue,
        String check,
        String comment) {

    public static final Column PLAIN = new Column("", true, false, 0, 0, 0, -1, "", "", "");

    public Column named(String other) {
        return new Column(other, nullable, unique, length, precision, scale, fraction, defaultValue, check, comment);
    }

    public Column nullable(boolean other) {
        return new Column(name, other, unique, length, precision, scale, fraction, defaultValue, check, comment);
    }

    public Column unique(boolean other) {
        return new Column(name, nullable, other, length, precision, scale, fraction, defaultValue, check, comment);
    }

    public Column sized(int newLength, int newPrecision, int newScale, int newFraction) {
        return new Column(
                name, nullable, unique, newLength, newPrecision, newScale, newFraction, defaultValue, check, comment);
    }

    public Column defaulting(String other) {
        return new Column(name, nullable, unique, length, precision, scale, fraction, other, check, comment);
    }

    public Column checked(String other) {
        return new Column(name, nullable, unique, length, precision, scale, fraction, defaultValue, other, comment);
    }

    public Column commented(String other) {
        return new Column(name, nullable, unique, length, precision, scale, fraction, defaultValue, check, other);
    }
}
