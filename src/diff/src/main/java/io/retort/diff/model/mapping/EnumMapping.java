package io.retort.diff.model.mapping;

import io.retort.diff.model.ddl.ModelDdl;
import io.retort.diff.model.ddl.ModelNames;
import io.retort.schema.EnumType;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Enum types with names of their own, which Hibernate keeps as statements only, and lists of labels. */
public final class EnumMapping {

    /** An enum type, or a domain whose values are checked. */
    private static final Pattern CREATE = Pattern.compile(
            "create\\s+(?:type|domain)\\s+(\\S+)\\s+as\\s+(?:enum|varchar\\(\\d+\\)\\s+check\\s*\\(value\\s+in)\\s*\\((.*?)\\)*\\s*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern LABEL = Pattern.compile("'([^']*+(?:''[^']*+)*+)'");

    private EnumMapping() {}

    /** The enum types that Hibernate's statements create. */
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

    /** The labels in {@code 'A','B'}. */
    static List<String> labels(String text) {
        List<String> labels = new ArrayList<>();
        Matcher matcher = LABEL.matcher(text);
        while (matcher.find()) {
            labels.add(matcher.group(1).replace("''", "'"));
        }
        return labels;
    }
}
