package io.retort.diff.internal.model;

import io.retort.dialect.Dialect;
import io.retort.error.RetortException;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.jdbc.Size;
import org.hibernate.mapping.Column;
import org.hibernate.type.SqlTypes;

/**
 * Maps the type of a column. Hibernate's type code suggests portable types, and the first one is used that the dialect
 * renders exactly as Hibernate does. The result therefore never differs from Hibernate's type, whatever the codes mean
 * on a product.
 */
final class TypeMapping {

    private static final Pattern ARGUMENTS = Pattern.compile("\\((\\d+)(?:\\s*,\\s*(\\d+))?\\)");
    private static final Pattern ARRAY = Pattern.compile("(.+) array(\\[\\d+])?", Pattern.CASE_INSENSITIVE);
    private static final Set<Integer> NAMED = Set.of(SqlTypes.NAMED_ENUM, SqlTypes.NAMED_ORDINAL_ENUM, SqlTypes.STRUCT);
    private static final Pattern NAME = Pattern.compile("[\\w$]+|\"[^\"]+\"");

    private final Metadata metadata;
    private final Dialect dialect;
    private final ModelNames names;

    TypeMapping(Metadata metadata, Dialect dialect, ModelNames names) {
        this.metadata = metadata;
        this.dialect = dialect;
        this.names = names;
    }

    /**
     * Returns the type of a column.
     *
     * @param column the column
     * @param text the type as Hibernate renders it
     */
    SqlType type(Column column, String text) {
        Size size = column.getColumnSize(metadata.getDatabase().getDialect(), metadata);
        return meant(column, size, text).stream()
                .filter(type -> called(type, text))
                .findFirst()
                .or(() -> dialect.readType(text)
                        .filter(type -> called(type, text))
                        .map(type -> sized(type, column)))
                .or(() -> array(text))
                .orElseGet(() -> SqlType.other(named(column) ? names.written(text) : text));
    }

    /** An enum type has no length, but the text has one in its place on other products. */
    private static SqlType sized(SqlType type, Column column) {
        Long length = column.getLength();
        return type.kind() != Kind.ENUM || length == null || length == Size.DEFAULT_LENGTH
                ? type
                : SqlType.enumOf(Math.toIntExact(length), type.values());
    }

    private List<SqlType> meant(Column column, Size size, String text) {
        List<SqlType> types = new ArrayList<>();
        for (Kind kind : TypeCodes.kinds(column.getSqlTypeCode(metadata))) {
            types.addAll(withArguments(kind, text, size));
        }
        return types;
    }

    /** The kind with the arguments in the text, with those of the size, and without arguments. */
    private static List<SqlType> withArguments(Kind kind, String text, Size size) {
        List<SqlType> types = new ArrayList<>();
        int count = TypeCodes.arguments(kind);
        Matcher matcher = ARGUMENTS.matcher(text);
        if (count > 0 && matcher.find()) {
            types.add(SqlType.of(kind).withArguments(arguments(matcher)));
        }
        if (count > 0) {
            TypeCodes.fromSize(kind, size).ifPresent(types::add);
        }
        if (count == 0 || TypeCodes.mayGoWithout(kind)) {
            types.add(SqlType.of(kind));
        }
        return types;
    }

    private static List<Integer> arguments(Matcher matcher) {
        return Stream.of(matcher.group(1), matcher.group(2))
                .filter(digits -> digits != null)
                .map(TypeMapping::number)
                .toList();
    }

    private static Integer number(String digits) {
        return (int) Math.min(Integer.MAX_VALUE, Long.parseLong(digits.substring(0, Math.min(digits.length(), 18))));
    }

    private Optional<SqlType> array(String text) {
        Matcher matcher = ARRAY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String element = matcher.group(1);
        return dialect.readType(element).map(SqlType::arrayOf).filter(type -> called(type, text));
    }

    /** Whether the type is a named type of the schema, whose name is folded like other names. */
    private boolean named(Column column) {
        return NAMED.contains(column.getSqlTypeCode(metadata))
                && NAME.matcher(column.getSqlType(metadata)).matches();
    }

    /** A product that lacks a type refuses to name it. */
    private boolean called(SqlType type, String text) {
        try {
            return plain(dialect.typeName(type)).equals(plain(text));
        } catch (RetortException lacking) {
            return false;
        }
    }

    private static String plain(String typeName) {
        return typeName.toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
    }
}
