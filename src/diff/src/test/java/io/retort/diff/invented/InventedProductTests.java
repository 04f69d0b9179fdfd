package io.retort.diff.invented;

import static io.retort.migration.Definitions.*;
import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.diff.EntityComparison;
import io.retort.diff.author.Difference;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.diff.models.Bootstrap;
import io.retort.internal.dialect.Dialects;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hibernate.boot.spi.MetadataImplementor;

/** A product needs a dialect and a provider for comparisons, and no change of Retort. */
class InventedProductTests {

    @Entity(name = "Gadget")
    static class Gadget {
        @Id
        Long id;

        String name;
    }

    @OnDatabases(H2)
    void entitiesAreComparedAndRevisionsRunOnAProductThatRetortDoesNotKnow(TestDb db) throws SQLException {
        DataSource invented = invented(db);
        try (Connection connection = invented.getConnection()) {
            assertThat(Dialects.of(connection)).isInstanceOf(InventedDialect.class);
        }
        Retort empty = Retort.on(invented, List.of());
        try (Bootstrap hibernate = Bootstrap.on(db).entities(Gadget.class)) {
            CapturedMetadata unit = new CapturedMetadata("default", (MetadataImplementor) hibernate.metadata(), null);
            Difference missing = new EntityComparison(invented, unit, empty).get();
            assertThat(missing.operations())
                    .singleElement()
                    .satisfies(operation -> assertThat(operation.describe()).isEqualTo("+ table gadget"));

            Retort retort = Retort.on(invented, List.of(() -> List.of(revision(InventedProductTests::gadget))));
            retort.upgrade("head");

            assertThat(new EntityComparison(invented, unit, retort).get().operations())
                    .isEmpty();
        }
    }

    private static DataSource invented(TestDb db) {
        return proxy(DataSource.class, (self, method, arguments) -> {
            Object result = invoke(db.dataSource(), method, arguments);
            return result instanceof Connection connection ? invented(connection) : result;
        });
    }

    private static Connection invented(Connection connection) {
        return proxy(Connection.class, (self, method, arguments) -> {
            Object result = invoke(connection, method, arguments);
            return result instanceof DatabaseMetaData metadata ? invented(metadata) : result;
        });
    }

    private static DatabaseMetaData invented(DatabaseMetaData metadata) {
        return proxy(
                DatabaseMetaData.class,
                (self, method, arguments) -> method.getName().equals("getDatabaseProductName")
                        ? InventedDialect.PRODUCT
                        : invoke(metadata, method, arguments));
    }

    private static void gadget(Operations op) {
        op.createTable("gadget", column("id", bigint()).notNull(), column("name", varchar(255)), primaryKey("id"));
    }

    private static RevisionCode revision(Consumer<Operations> upgrade) {
        RevisionInfo info =
                new RevisionInfo("a1", List.of(), List.of(), List.of(), "create gadget", null, true, "test.a1");
        return new RevisionCode(info, () -> upgrade::accept);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
