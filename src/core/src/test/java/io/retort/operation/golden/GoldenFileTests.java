package io.retort.operation.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.internal.dialect.Dialects;
import io.retort.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each sample matches its golden files. {@code -Dgolden.write} rewrites them; read all of them afterwards. */
class GoldenFileTests {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    static List<Sample> samples() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aSampleIsSaidAsItsFilesSay(Sample sample) throws IOException {
        Path folder = FOLDER.resolve(sample.name());
        Map<String, String> said = said(sample.operation());
        if (System.getProperty("golden.write") != null) {
            write(folder, said);
        }

        assertThat(read(folder)).isEqualTo(said);
    }

    @Test
    void everyOperationHasASample() {
        Set<String> sampled = samples().stream()
                .map(sample -> sample.operation().getClass().getName())
                .collect(Collectors.toSet());

        assertThat(families())
                .as("operations without a sample in %s", Samples.class.getSimpleName())
                .allMatch(operation -> sampled.contains(operation.getName()));
    }

    @Test
    void noFolderIsLeftOverFromASampleThatIsGone() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            Set<String> names = folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(names)
                    .isEqualTo(samples().stream().map(Sample::name).collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    private static List<Class<?>> families() {
        return Arrays.stream(Operation.class.getPermittedSubclasses())
                .filter(Class::isSealed)
                .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                .<Class<?>>map(operation -> operation)
                .toList();
    }

    private static Map<String, String> said(Operation operation) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("java", Golden.java(operation));
        files.put("text", Golden.text(operation));
        for (String dialect : List.of("postgresql", "mysql", "mariadb", "h2", "hsqldb", "sqlite", "sqlserver")) {
            files.put(dialect + ".sql", Golden.sql(operation, Dialects.named(dialect)));
        }
        return files;
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private static Map<String, String> read(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> texts = new LinkedHashMap<>();
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        }
    }
}
