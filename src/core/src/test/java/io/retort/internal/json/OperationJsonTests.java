package io.retort.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.operation.OperationVisitor;
import io.retort.operation.golden.Sample;
import io.retort.operation.golden.Samples;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The objects of all operations. {@code -Dgolden.write} rewrites them. */
class OperationJsonTests {

    private static final Path FILE = Path.of("src/test/resources/golden/operation-json.txt");

    /** Operations that no sample of SQL has. */
    private static final Set<String> WITHOUT_SAMPLE = Set.of("custom");

    @Test
    void everySampleHasItsObject() throws IOException {
        String objects = Samples.all().stream()
                .map(sample -> sample.name() + " " + OperationJson.of(sample.operation()))
                .collect(Collectors.joining("\n", "", "\n"));
        if (System.getProperty("golden.write") != null) {
            Files.writeString(FILE, objects);
        }

        assertThat(objects).isEqualTo(Files.readString(FILE));
    }

    @Test
    void theKindIsTheNameOfTheVisitorsMethod() {
        Set<String> methods = Arrays.stream(OperationVisitor.class.getMethods())
                .filter(method -> Modifier.isAbstract(method.getModifiers()))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> kinds = Samples.all().stream()
                .map(sample ->
                        String.valueOf(OperationJson.of(sample.operation()).get("kind")))
                .collect(Collectors.toCollection(TreeSet::new));
        kinds.addAll(WITHOUT_SAMPLE);

        assertThat(kinds).isEqualTo(methods);
    }

    @Test
    void everyValueIsOneThatJsonHas() {
        Samples.all().stream()
                .map(Sample::operation)
                .forEach(operation -> assertThat(isJson(OperationJson.of(operation)))
                        .as(operation.describe())
                        .isTrue());
    }

    private static boolean isJson(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values().stream().allMatch(OperationJsonTests::isJson);
        }
        if (value instanceof List<?> list) {
            return list.stream().allMatch(OperationJsonTests::isJson);
        }
        return value == null || value instanceof String || value instanceof Boolean || value instanceof Number;
    }
}
