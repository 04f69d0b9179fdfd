package io.retort.fuzz.run;

import io.retort.diff.metadata.CapturedMetadata;
import io.retort.fuzz.model.JavaSource;
import io.retort.fuzz.model.Model;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataBuilder;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.tool.schema.spi.SchemaManagementToolCoordinator;
import org.jspecify.annotations.Nullable;

/** An application: the entities of a model, and Hibernate with a database. */
final class Application implements AutoCloseable {

    private final Model model;
    private final String packageName;
    private final ClassLoader loader;
    private final StandardServiceRegistry registry;
    private final MetadataImplementor metadata;
    private final ColumnMap columns;
    private @Nullable CapturedMetadata captured;
    private @Nullable SessionFactory factory;

    /**
     * Reads the annotations. The schema of the database is not changed.
     *
     * @param withoutProvider the kinds of services without a provider, as far as other applications know them
     */
    Application(
            Model model, String packageName, ClassLoader loader, DataSource database, Set<Class<?>> withoutProvider) {
        this.model = model;
        this.packageName = packageName;
        this.loader = loader;
        BootstrapServiceRegistry bootstrap = new BootstrapServiceRegistryBuilder()
                .applyClassLoaderService(new StoryClassLoading(loader, withoutProvider))
                .build();
        this.registry = new StandardServiceRegistryBuilder(bootstrap)
                .applySettings(settings(database))
                .build();
        this.metadata = read();
        this.columns = ColumnMap.of(model, packageName, metadata);
    }

    /** Returns the source files of a model in a package, by binary class name. */
    static Map<String, String> sources(Model model, String packageName) {
        Map<String, String> sources = new LinkedHashMap<>();
        JavaSource.of(model)
                .forEach((name, body) -> sources.put(packageName + "." + name, JavaSource.file(packageName, body)));
        return sources;
    }

    private Map<String, Object> settings(DataSource database) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("jakarta.persistence.nonJtaDataSource", database);
        settings.put("hibernate.hbm2ddl.auto", "none");
        settings.put("hibernate.bytecode.use_reflection_optimizer", "false");
        settings.put("hibernate.query.plan_cache_enabled", "false");
        settings.put("hibernate.query.mutation_strategy.global_temporary.create_tables", "false");
        settings.put("hibernate.query.mutation_strategy.persistent.create_tables", "false");
        if (!model.naming().physical().isEmpty()) {
            settings.put("hibernate.physical_naming_strategy", model.naming().physical());
        }
        if (!model.naming().implicit().isEmpty()) {
            settings.put("hibernate.implicit_naming_strategy", model.naming().implicit());
        }
        return settings;
    }

    private MetadataImplementor read() {
        try {
            MetadataSources sources = new MetadataSources(registry);
            for (String name : sources(model, packageName).keySet()) {
                Class<?> type = Class.forName(name, false, loader);
                if (isMapped(type)) {
                    sources.addAnnotatedClass(type);
                }
            }
            MetadataBuilder builder = sources.getMetadataBuilder();
            return (MetadataImplementor) builder.build();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            StandardServiceRegistryBuilder.destroy(registry);
            throw e;
        }
    }

    private static boolean isMapped(Class<?> type) {
        return java.util.Arrays.stream(type.getAnnotations())
                .map(annotation -> annotation.annotationType().getSimpleName())
                .anyMatch(java.util.Set.of("Entity", "Embeddable", "MappedSuperclass")::contains);
    }

    Model model() {
        return model;
    }

    MetadataImplementor metadata() {
        return metadata;
    }

    /** The metadata as a command captures it, once in its process. */
    CapturedMetadata captured() {
        if (captured == null) {
            captured = new CapturedMetadata("default", metadata, null);
        }
        return captured;
    }

    ColumnMap columns() {
        return columns;
    }

    Class<?> type(String simpleName) {
        try {
            return Class.forName(packageName + "." + simpleName, true, loader);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Creates the schema of the entities, as {@code ddl-auto=create} does. */
    void create() {
        // behind an integer column Hibernate writes an identity column without a type then (SQLite)
        if (metadata.getDatabase().getDialect().getIdentityColumnSupport().hasDataTypeInIdentityColumn()) {
            metadata.orderColumns(true);
        }
        SchemaManagementToolCoordinator.process(
                metadata,
                registry,
                Map.of(
                        "jakarta.persistence.schema-generation.database.action",
                        "create",
                        "hibernate.hbm2ddl.halt_on_error",
                        String.valueOf(metadata.getDatabase().getDialect().hasAlterTable())),
                action -> {});
    }

    /** Runs in a transaction that is rolled back. */
    void reading(Consumer<Session> work) {
        try (Session session = factory().openSession()) {
            session.setDefaultReadOnly(true);
            session.beginTransaction(); // PostgreSQL reads large objects only within a transaction
            try {
                work.accept(session);
            } finally {
                session.getTransaction().rollback();
            }
        }
    }

    /** Runs in a transaction. */
    void writing(Consumer<Session> work, boolean commit) {
        try (Session session = factory().openSession()) {
            session.beginTransaction();
            try {
                work.accept(session);
                session.flush();
                if (commit) {
                    session.getTransaction().commit();
                } else {
                    session.getTransaction().rollback();
                }
            } catch (RuntimeException e) {
                if (session.getTransaction().isActive()) {
                    session.getTransaction().rollback();
                }
                throw e;
            }
        }
    }

    /** Builds the session factory on first use. */
    private SessionFactory factory() {
        if (factory == null) {
            factory = metadata.buildSessionFactory();
        }
        return factory;
    }

    @Override
    public void close() {
        if (factory != null) {
            factory.close();
        }
        StandardServiceRegistryBuilder.destroy(registry);
    }
}
