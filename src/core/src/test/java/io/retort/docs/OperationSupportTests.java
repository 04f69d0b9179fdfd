package io.retort.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.migration.Support;
import io.retort.migration.Support.Product;
import io.retort.operation.golden.Sample;
import io.retort.operation.golden.Samples;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The annotation of each method of {@code op} lists the products on which a statement makes the change of one of its samples. */
class OperationSupportTests {

    /** Their operations are the user's own or those of other methods. */
    private static final Set<String> WITHOUT_SAMPLES = Set.of("custom", "reverse", "allow");

    /** Their operation is written as a call of one overload: rows are the same from a list or a file, and code is not known. */
    private static final Set<String> WRITTEN_IN_ONE_WAY = Set.of("insert", "work");

    static Stream<Method> methods() {
        return OperationSupport.methods().stream().filter(method -> !WITHOUT_SAMPLES.contains(method.getName()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theProductsOfAMethodAreThoseThatRunIt(Method method) {
        List<Sample> samples = Samples.all().stream()
                .filter(sample -> declares(method, sample))
                .toList();

        assertThat(samples)
                .as("samples of %s", OperationSupport.signature(method))
                .isNotEmpty();
        assertThat(method.getAnnotation(Support.class).value())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Product.values())
                        .filter(product -> samples.stream().anyMatch(sample -> runs(sample, product)))
                        .collect(Collectors.toSet()));
    }

    private static boolean declares(Method method, Sample sample) {
        Method called = CalledOverload.of(sample.operation().java(), OperationSupport.methods());
        return WRITTEN_IN_ONE_WAY.contains(method.getName())
                ? method.getName().equals(called.getName())
                : method.equals(called);
    }

    /** Without a statement, nothing is refused, but nothing is changed either: SQLite has no comments. */
    private static boolean runs(Sample sample, Product product) {
        String dialect = product.name().toLowerCase(Locale.ROOT).replace("_", "");
        try {
            return !sample.operation().sql(Dialects.named(dialect).ddl()).isEmpty();
        } catch (RetortException refused) {
            return false;
        }
    }
}
