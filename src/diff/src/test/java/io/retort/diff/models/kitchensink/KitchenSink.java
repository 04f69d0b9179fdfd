package io.retort.diff.models.kitchensink;

import io.retort.testkit.TestDatabase;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The entities, by the products that support them. */
public final class KitchenSink {

    private static final List<Class<?>> COMMON = List.of(
            Basics.class,
            Identities.class,
            Hierarchies.class,
            Relations.class,
            KitchenSinkCollections.class,
            KitchenSinkConstraints.class,
            Names.class);

    private KitchenSink() {}

    /** Everything that Hibernate can create on a product. */
    public static List<Class<?>> entities(TestDatabase database) {
        return switch (database) {
            case POSTGRESQL, POSTGRESQL_15 -> nested(Schemas.class, PostgresOnly.class);
            case H2 -> nested(Schemas.class);
            case HSQLDB -> creatableOnHsqldb(nested(Schemas.class));
            default -> nested();
        };
    }

    /** Excludes DDL of Hibernate that HSQLDB does not accept: {@code stored}, and the default (1 + 2). */
    private static List<Class<?>> creatableOnHsqldb(List<Class<?>> classes) {
        return classes.stream()
                .filter(type -> !List.of("Calculated", "Defaulted").contains(type.getSimpleName()))
                .toList();
    }

    private static List<Class<?>> nested(Class<?>... more) {
        return Stream.concat(COMMON.stream(), Stream.of(more))
                .flatMap(holder -> Arrays.stream(holder.getDeclaredClasses()))
                .filter(type -> !type.isEnum())
                .sorted(Comparator.comparing(Class::getName))
                .<Class<?>>map(type -> type)
                .toList();
    }
}
