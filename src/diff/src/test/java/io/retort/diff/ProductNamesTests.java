package io.retort.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Only the providers of a product contain its name as a string. Everything else asks a dialect for a capability, so that
 * another product needs no change of Retort.
 */
class ProductNamesTests {

    private static final Pattern NAME = Pattern.compile("\"(postgresql|mysql|mariadb|h2|hsqldb|sqlite|sqlserver"
            + "|PostgreSQL|MySQL|MariaDB|H2|HSQLDB|SQLite|SQL Server)\"");

    private static final List<String> PROVIDERS =
            List.of("io/retort/internal/dialect/", "io/retort/diff/internal/product/");

    @ParameterizedTest
    @ValueSource(strings = {"../core", "../diff", "../test", "../maven-plugin", "../../autoconfigure", "../commands"})
    void onlyProvidersNameAProduct(String module) throws IOException {
        Path sources = Path.of(module, "src/main/java");
        assertThat(sources).isDirectory();
        try (Stream<Path> files = Files.walk(sources)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file ->
                                    PROVIDERS.stream().noneMatch(file.toString().replace('\\', '/')::contains))
                            .flatMap(ProductNamesTests::names))
                    .isEmpty();
        }
    }

    private static Stream<String> names(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line ->
                            !line.strip().startsWith("*") && !line.strip().startsWith("/*"))
                    .map(NAME::matcher)
                    .filter(Matcher::find)
                    .map(found -> file.getFileName() + ": " + found.group());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
