package io.retort.fuzz.run;

import io.retort.fuzz.model.Attribute;
import io.retort.fuzz.model.BasicType;
import io.retort.fuzz.model.EnumStorage;
import io.retort.fuzz.model.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Decides whether two values of an attribute, before and after a type change, have the same meaning to an application.
 * If the values alone do not show it, they count as equal; the exceptions are listed here.
 */
final class Meaning {

    private static final Set<String> TRUE = Set.of("true", "1", "Y", "T", "TRUE");
    private static final Set<String> FALSE = Set.of("false", "0", "N", "F", "FALSE");

    private Meaning() {}

    static boolean same(Attribute was, Attribute is, String before, String after) {
        return before.equals(after)
                || !comparable(was, is)
                || isNone(before) && isNone(after)
                || was.shape() != is.shape() && sorted(before).equals(sorted(after))
                || was.type() != is.type() && plain(before, was).equals(plain(after, is));
    }

    /**
     * Excludes values without a comparable text form. A converter changes the meaning of a text without changing the
     * column, which a schema comparison cannot detect. The number of an enum constant means nothing to a plain attribute.
     * The text of JSON documents and arrays differs from that of any other type. A reference differs from a collection,
     * whose rows refer to the entity instead.
     */
    private static boolean comparable(Attribute was, Attribute is) {
        if (was.shape().isReference() && is.shape().isToMany()
                || was.shape().isToMany() && is.shape().isReference()) {
            return false;
        }
        if (was.shape() == Shape.ENUM && was.storage() == EnumStorage.ORDINAL && is.shape() == Shape.BASIC) {
            return false;
        }
        return was.shape() != Shape.BASIC
                || is.shape() != Shape.BASIC
                || was.type() == is.type()
                || !isOpaque(was.type()) && !isOpaque(is.type());
    }

    private static boolean isNone(String several) {
        return several.equals("[]") || several.equals("{}");
    }

    private static boolean isOpaque(BasicType type) {
        return type == BasicType.CONVERTED || type == BasicType.JSON || type.isArray();
    }

    private static List<String> sorted(String several) {
        return Arrays.stream(several.replaceAll("[\\[\\]]", "").split(", "))
                .sorted()
                .toList();
    }

    /** Normalises a value to the spelling that related types share. */
    private static String plain(String value, Attribute attribute) {
        if (attribute.shape().isElements() && value.startsWith("[")) {
            return Arrays.stream(value.substring(1, value.length() - 1).split(", "))
                    .map(element -> plain(element, attribute.shaped(Shape.BASIC)))
                    .toList()
                    .toString();
        }
        if (attribute.shape() != Shape.BASIC) {
            return value;
        }
        if (TRUE.contains(value)) {
            return "1";
        }
        if (FALSE.contains(value)) {
            return "0";
        }
        return switch (attribute.type()) {
            case UUID, UUID_TEXT -> value.replace("-", "");
            case LOCALE -> value.replace('_', '-');
            case DATE -> value + "T00:00";
            case INSTANT, OFFSET_DATE_TIME, ZONED_DATE_TIME, OLD_DATE, DATE_TIME ->
                value.replaceFirst("Z$", "").replaceFirst("(T\\d\\d:\\d\\d):00$", "$1");
            default -> value;
        };
    }
}
