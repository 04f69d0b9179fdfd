package io.retort.diff.internal.model;

import io.retort.schema.EnumType;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Maps named enum types, which Hibernate only keeps as statements, and lists of constants. */
final class EnumMapping {

    /** Matches an enum type, or a domain with a check constraint over its values. */
    private static final Pattern CREATE = Pattern.compile(
            "create\\s+(?:type|domain)\\s+(\\S+)\\s+as\\s+(?:enum|varchar\\(\\d+\\)\\s+check\\s*\\(value\\s+in)\\s*\\((.*?)\\)*\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LABEL = Pattern.compile("'([^']*+(?:''[^']*+)*+)'");

    private EnumMapping() {}

    /** Returns the enum types that Hibernate's statements create. */
    public static List<EnumType> enumTypes(ModelDdl ddl, ModelNames names) {
        return ddl.types().stream()
                .map(sql -> enumType(sql, names))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<EnumType> enumType(String sql, ModelNames names) {
        Matcher matcher = CREATE.matcher(sql);
        return matcher.matches()
                ? Optional.of(new EnumType(
                        new QualifiedName(null, names.written(matcher.group(1))), labels(matcher.group(2))))
                : Optional.empty();
    }

    /** Returns the constants of a list such as {@code 'A','B'}. */
    static List<String> labels(String text) {
        List<String> labels = new ArrayList<>();
        Matcher matcher = LABEL.matcher(text);
        while (matcher.find()) {
            labels.add(matcher.group(1).replace("''", "'"));
        }
        return labels;
    }
}
