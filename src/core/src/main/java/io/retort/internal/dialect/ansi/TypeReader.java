package io.retort.internal.dialect.ansi;

import io.retort.error.RetortException;
import io.retort.internal.sql.SqlLexer;
import io.retort.internal.sql.SqlValues;
import io.retort.schema.SqlType;
import io.retort.schema.SqlType.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses type names by trying: a name means the type that the product gives this name. So both directions are always
 * consistent, and no product needs a second table.
 */
final class TypeReader {

    private static final Pattern ARGUMENTS = Pattern.compile("\\((\\d+)(?:,(\\d+))?\\)");
    private static final String ARRAY = " array";

    /**
     * If a product uses one name for several types, the first is chosen, because most products have no national texts.
     */
    private static final List<Kind> PREFERRED_LAST = List.of(
            Kind.TINYINT, Kind.NVARCHAR, Kind.CHAR, Kind.NCHAR, Kind.TEXT, Kind.NCLOB, Kind.XML, Kind.INET, Kind.UUID);

    /** Kinds whose name must contain the length; without it, the name does not identify a type. */
    private static final List<Kind> SIZED = List.of(
            Kind.FLOAT, Kind.NUMERIC, Kind.CHAR, Kind.NCHAR, Kind.VARCHAR, Kind.NVARCHAR, Kind.BINARY, Kind.VARBINARY);

    private final AnsiTypes types;

    TypeReader(AnsiTypes types) {
        this.types = types;
    }

    Optional<SqlType> read(String name) {
        if (name.endsWith(ARRAY)) {
            return read(name.substring(0, name.length() - ARRAY.length())).map(SqlType::arrayOf);
        }
        List<SqlType> meant =
                candidates(name).filter(type -> called(type, name)).toList();
        boolean textOrBytes = meant.stream().anyMatch(t -> t.kind() == Kind.CLOB)
                && meant.stream().anyMatch(t -> t.kind() == Kind.BLOB);
        return textOrBytes ? Optional.empty() : meant.stream().findFirst();
    }

    private boolean called(SqlType type, String name) {
        try {
            return types.name(type).equals(name);
        } catch (RetortException noSuchType) {
            return false;
        }
    }

    private static Stream<SqlType> candidates(String name) {
        List<String> values = name.startsWith("enum (") ? values(name) : List.of();
        if (!values.isEmpty()) {
            return Stream.of(SqlType.enumOf(values));
        }
        Integer[] arguments = arguments(name);
        Stream<SqlType> simple = kinds().filter(kind -> arguments.length > 0 || !SIZED.contains(kind))
                .map(kind -> SqlType.of(kind).withArguments(List.of(arguments)));
        // a Java float; PostgreSQL's name for it (float4) does not contain the precision
        return Stream.concat(simple, Stream.of(SqlType.floating(24)));
    }

    private static Stream<Kind> kinds() {
        Stream<Kind> first = Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.ENUM && kind != Kind.ARRAY && kind != Kind.OTHER)
                .filter(kind -> !PREFERRED_LAST.contains(kind));
        return Stream.concat(first, PREFERRED_LAST.stream());
    }

    private static Integer[] arguments(String name) {
        Matcher matcher = ARGUMENTS.matcher(name);
        if (!matcher.find()) {
            return new Integer[0];
        }
        return Stream.of(matcher.group(1), matcher.group(2))
                .filter(digits -> digits != null)
                .map(Integer::valueOf)
                .toArray(Integer[]::new);
    }

    private static List<String> values(String name) {
        return SqlValues.tokens(name).stream()
                .filter(token -> token.kind() == SqlLexer.Kind.STRING)
                .map(SqlValues::text)
                .toList();
    }
}
