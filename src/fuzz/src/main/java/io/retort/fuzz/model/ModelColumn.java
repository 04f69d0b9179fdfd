package io.retort.fuzz.model;

/**
 * The declaration of an attribute's column. Zero and the empty text mean that something is not declared.
 *
 * @param name the name in {@code @ModelColumn(name = ...)}
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
public record ModelColumn(
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

    public static final ModelColumn PLAIN = new ModelColumn("", true, false, 0, 0, 0, -1, "", "", "");

    public ModelColumn named(String other) {
        return new ModelColumn(
                other, nullable, unique, length, precision, scale, fraction, defaultValue, check, comment);
    }

    public ModelColumn nullable(boolean other) {
        return new ModelColumn(name, other, unique, length, precision, scale, fraction, defaultValue, check, comment);
    }

    public ModelColumn unique(boolean other) {
        return new ModelColumn(name, nullable, other, length, precision, scale, fraction, defaultValue, check, comment);
    }

    public ModelColumn sized(int newLength, int newPrecision, int newScale, int newFraction) {
        return new ModelColumn(
                name, nullable, unique, newLength, newPrecision, newScale, newFraction, defaultValue, check, comment);
    }

    public ModelColumn defaulting(String other) {
        return new ModelColumn(name, nullable, unique, length, precision, scale, fraction, other, check, comment);
    }

    public ModelColumn checked(String other) {
        return new ModelColumn(
                name, nullable, unique, length, precision, scale, fraction, defaultValue, other, comment);
    }

    public ModelColumn commented(String other) {
        return new ModelColumn(name, nullable, unique, length, precision, scale, fraction, defaultValue, check, other);
    }
}
