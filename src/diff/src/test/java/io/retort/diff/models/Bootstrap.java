package io.retort.diff.models;

import io.retort.testkit.TestDb;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/** Hibernate's metadata for some entities and a database, without a session factory. */
public final class Bootstrap implements AutoCloseable {

    /** The product names that JDBC drivers report. */
    private static final Map<String, String> PRODUCTS = Map.of(
            "postgresql", "PostgreSQL",
            "mariadb", "MariaDB",
            "mysql", "MySQL",
            "h2", "H2",
            "hsqldb", "HSQL Database Engine",
            "sqlite", "SQLite");

    private final Map<String, Object> settings = new HashMap<>();
    private final List<Class<?>> entities = new ArrayList<>();
    private final List<Consumer<MetadataSources>> readings = new ArrayList<>();
    private final List<StandardServiceRegistry> registries = new ArrayList<>();

    /** Uses a database, whose product and version determine Hibernate's dialect. */
    public static Bootstrap on(TestDb db) {
        return new Bootstrap()
                .with("jakarta.persistence.jdbc.url", db.url())
                .with("jakarta.persistence.jdbc.user", db.user())
                .with("jakarta.persistence.jdbc.password", db.password());
    }

    /** Uses the product and version of a database, without a connection. */
    public static Bootstrap like(TestDb db) {
        String[] version = db.server().version().split("\\.");
        return offline(
                PRODUCTS.get(db.database().product()), Integer.parseInt(version[0]), Integer.parseInt(version[1]));
    }

    /** Uses a product and its version without a database, as tool mode does. */
    public static Bootstrap offline(String product, int majorVersion, int minorVersion) {
        return new Bootstrap()
                .with("hibernate.boot.allow_jdbc_metadata_access", "false")
                .with("jakarta.persistence.database-product-name", product)
                .with("jakarta.persistence.database-major-version", majorVersion)
                .with("jakarta.persistence.database-minor-version", minorVersion);
    }

    public Bootstrap with(String name, Object value) {
        settings.put(name, value);
        return this;
    }

    public Bootstrap entities(List<Class<?>> classes) {
        entities.addAll(classes);
        return this;
    }

    /** Adds further mappings for Hibernate to read. */
    public Bootstrap reading(Consumer<MetadataSources> more) {
        readings.add(more);
        return this;
    }

    public Bootstrap entities(Class<?>... classes) {
        return entities(List.of(classes));
    }

    /** Returns new metadata, which can be used until this is closed. */
    public Metadata metadata() {
        StandardServiceRegistry registry =
                new StandardServiceRegistryBuilder().applySettings(settings).build();
        registries.add(registry);
        MetadataSources sources = new MetadataSources(registry);
        entities.forEach(sources::addAnnotatedClass);
        readings.forEach(reading -> reading.accept(sources));
        return sources.buildMetadata();
    }

    @Override
    public void close() {
        registries.forEach(StandardServiceRegistryBuilder::destroy);
    }
}
