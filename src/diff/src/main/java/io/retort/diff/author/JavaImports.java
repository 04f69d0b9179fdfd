package io.retort.diff.author;

import io.retort.error.RetortException;
import io.retort.migration.Definitions;
import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.migration.Revision;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Determines the imports of a revision class from its code. */
final class JavaImports {

    private static final String LITERAL = "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"";

    private static final Pattern FREE_WORD = Pattern.compile("(?<![.\\w])[A-Za-z_]\\w*");

    private final Set<String> definitions;

    JavaImports() {
        Stream<? extends Member> members = Stream.of(Definitions.class.getMethods(), Definitions.class.getFields())
                .flatMap(Arrays::stream);
        this.definitions = members.filter(member -> Modifier.isStatic(member.getModifiers()))
                .map(Member::getName)
                .collect(Collectors.toSet());
    }

    /**
     * Returns the import lines, static ones first.
     *
     * @param code the bodies of the methods
     * @param unfinished whether to import the definitions even if the code does not use them yet
     */
    String imports(String code, boolean unfinished) {
        Set<String> used = FREE_WORD
                .matcher(code.replaceAll(LITERAL, "\"\""))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        Set<String> types = new TreeSet<>();
        List.of(Migration.class, Operations.class, Revision.class).forEach(type -> types.add(type.getName()));
        if (used.contains(RetortException.class.getSimpleName())) {
            types.add(RetortException.class.getName());
        }
        String plain = types.stream().map(type -> "import " + type + ";").collect(Collectors.joining("\n"));
        boolean speaks = unfinished || used.stream().anyMatch(definitions::contains);
        return speaks ? "import static " + Definitions.class.getName() + ".*;\n\n" + plain : plain;
    }
}
