package io.retort.fuzz.model;

/**
 * How an attribute's column is declared. Zero and the empty text mean: not declared.
 *
 * @param name the column's name as {@code @Column(name = ...)} has it
 * @param nullable whether it can be null
 * @param unique whether it is declared unique
 * @param length of a text or of bytes
 * @param precision of a decimal
 * @param scale of a decimal
 * @param fraction digits of a second, -1 if not declared
 * @param defaultValue an SQL expression for {@code @ColumnDefault}
 * @param check an SQL condition for {@code @Check}, in which {@code $} stands for the column's name
 * @param comment for {@code @Comment}
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
