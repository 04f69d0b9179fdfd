package io.retort.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.migration.Support;
import io.retort.migration.Support.Product;
import io.retort.operation.golden.Sample;
import io.retort.operation.golden.Samples;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.Index;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The annotation of each method of {@code op} lists the products that do not refuse all of its samples. */
class OperationSupportTests {

    /** Their operations are the user's own or those of other methods. */
    private static final Set<String> WITHOUT_SAMPLES = Set.of("custom", "reverse", "allow");

    private static final Set<Class<?>> CONCURRENT =
            Set.of(Index.Concurrent.class, Constraint.Concurrent.class, Column.Concurrent.class);

    static Stream<Method> methods() {
        return OperationSupport.methods().stream().filter(method -> !WITHOUT_SAMPLES.contains(method.getName()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theProductsOfAMethodAreThoseThatDoNotRefuseIt(Method method) {
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
        String source = sample.operation().java().source("op", 0);
        List<Class<?>> parameters = List.of(method.getParameterTypes());
        return source.startsWith("op." + method.getName() + "(")
                && source.contains(".notValid()") == parameters.contains(Constraint.NotValid.class)
                && source.contains(".concurrently()") == CONCURRENT.stream().anyMatch(parameters::contains);
    }

    private static boolean runs(Sample sample, Product product) {
        String dialect = product.name().toLowerCase(Locale.ROOT).replace("_", "");
        try {
            sample.operation().sql(Dialects.named(dialect).ddl());
            return true;
        } catch (RetortException refused) {
            return false;
        }
    }
}
