package io.retort.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The classes of the four paths exist, and each path has as many as the page says. */
class ArchitecturePageTests {

    private static final Path ROOT = Path.of("../..");
    private static final Pattern PATH = Pattern.compile("(?ms)^### \\d\\. [^\\n]* \\((\\d+) classes\\)$(.*?)(?=^##)");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)(?:\\.\\w+)?`");

    @Test
    void theClassesOfEachPathExist() throws IOException {
        Set<String> classes = classes();
        List<MatchResult> paths = PATH.matcher(Files.readString(ROOT.resolve("docs/architecture.md")))
                .results()
                .toList();

        assertThat(paths).hasSize(4);
        for (MatchResult path : paths) {
            List<String> named = CLASS.matcher(path.group(2))
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
            assertThat(named).hasSize(Integer.parseInt(path.group(1)));
            assertThat(classes).containsAll(named);
        }
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files =
                Stream.concat(Files.walk(ROOT.resolve("src")), Files.walk(ROOT.resolve("autoconfigure/src")))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        }
    }
}
