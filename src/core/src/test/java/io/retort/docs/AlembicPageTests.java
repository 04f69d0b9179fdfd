package io.retort.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.migration.Operations;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/from-alembic.md} contains every operation, and only existing ones. */
class AlembicPageTests {

    private static final Path PAGE = Path.of("../../docs/from-alembic.md");
    private static final Pattern NAMED = Pattern.compile("`op\\.([a-z]\\w*)\\b");

    @Test
    void namesEveryOperationAndNoOther() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> named = NAMED.matcher(page)
                .results()
                .map(MatchResult::group)
                .map(name -> name.substring("`op.".length()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).isEqualTo(methods());
    }

    private static Set<String> methods() {
        return Arrays.stream(Operations.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
