package io.retort.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import io.retort.migration.Definitions;
import io.retort.migration.Operations;
import io.retort.migration.Support;
import io.retort.migration.Support.Product;
import io.retort.schema.EnumType;
import io.retort.schema.SqlType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The annotation of each type of {@link Definitions} lists the products that have a column type for it. */
class TypeSupportTests {

    private static final Map<Class<?>, Object> SAMPLES = Map.of(
            int.class,
            3,
            String.class,
            "cidr",
            String[].class,
            new String[] {"NEW"},
            SqlType.class,
            SqlType.of(SqlType.Kind.DATE));

    static Stream<Method> types() {
        return Arrays.stream(Definitions.class.getDeclaredMethods())
                .filter(method -> method.getReturnType() == SqlType.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void theProductsOfATypeAreThoseThatHaveIt(Method method) throws ReflectiveOperationException {
        Object[] arguments =
                Arrays.stream(method.getParameterTypes()).map(SAMPLES::get).toArray();
        SqlType type = (SqlType) method.invoke(null, arguments);

        assertThat(method.getAnnotation(Support.class).value())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Product.values())
                        .filter(product -> hasType(product, type))
                        .toList());
    }

    @Test
    void theProductsOfAnEnumTypeAreThoseThatCreateOne() throws ReflectiveOperationException {
        List<Product> creating = products(Operations.class.getMethod("createEnum", EnumType.class));

        assertThat(Arrays.stream(Definitions.class.getDeclaredMethods())
                        .filter(method -> List.of("enumType", "usedBy").contains(method.getName())))
                .hasSize(2)
                .allSatisfy(method -> assertThat(products(method)).hasSameElementsAs(creating));
    }

    private static List<Product> products(Method method) {
        return List.of(method.getAnnotation(Support.class).value());
    }

    private static boolean hasType(Product product, SqlType type) {
        String dialect = product.name().toLowerCase(Locale.ROOT).replace("_", "");
        try {
            return !Dialects.named(dialect).typeName(type).isEmpty();
        } catch (RetortException refused) {
            return false;
        }
    }
}
