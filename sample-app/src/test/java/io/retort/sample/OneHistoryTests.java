package io.retort.sample;

import static io.retort.testkit.TestDatabase.H2;
import static io.retort.testkit.TestDatabase.MARIADB;
import static io.retort.testkit.TestDatabase.POSTGRESQL;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.Retort;
import io.retort.diff.EntityComparison;
import io.retort.diff.author.Difference;
import io.retort.diff.model.CapturedMetadata;
import io.retort.migration.Migration;
import io.retort.migration.Revision;
import io.retort.operation.Operation;
import io.retort.run.source.JavaRevisions;
import io.retort.run.source.RevisionSource;
import io.retort.testkit.OnDatabases;
import io.retort.testkit.TestDb;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.springframework.boot.hibernate.SpringImplicitNamingStrategy;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The clinic's revisions were written on H2, and serve every product that it has a profile for. */
class OneHistoryTests {

    @OnDatabases({H2, POSTGRESQL, MARIADB})
    void afterAllRevisionsEntitiesAndDatabaseAgree(TestDb db) {
        Retort retort = Retort.on(db.dataSource(), List.of(revisions()));
        retort.upgrade("head");

        try (StandardServiceRegistry registry = registry(db)) {
            CapturedMetadata unit = new CapturedMetadata("clinic", (MetadataImplementor) metadata(registry), null);
            Difference difference = new EntityComparison(db.dataSource(), unit, retort).get();
            assertThat(difference.hasEntities()).isTrue();
            assertThat(difference.operations()).extracting(Operation::describe).isEmpty();
            assertThat(difference.skipped()).isEmpty();
        }
        retort.downgrade("base");
        assertThat(retort.status().applied()).isEmpty();
    }

    private static RevisionSource revisions() {
        return () -> classes("db.revisions", Revision.class)
                .map(type -> JavaRevisions.of(type.asSubclass(Migration.class)))
                .flatMap(source -> source.revisions().stream())
                .toList();
    }

    private static StandardServiceRegistry registry(TestDb db) {
        return new StandardServiceRegistryBuilder()
                .applySetting("jakarta.persistence.jdbc.url", db.url())
                .applySetting("jakarta.persistence.jdbc.user", db.user())
                .applySetting("jakarta.persistence.jdbc.password", db.password())
                .applySetting("hibernate.physical_naming_strategy", PhysicalNamingStrategySnakeCaseImpl.class)
                .applySetting("hibernate.implicit_naming_strategy", SpringImplicitNamingStrategy.class)
                .build();
    }

    private static Metadata metadata(StandardServiceRegistry registry) {
        MetadataSources sources = new MetadataSources(registry);
        Stream.concat(classes("io.retort.sample", Entity.class), classes("io.retort.sample", Embeddable.class))
                .forEach(sources::addAnnotatedClass);
        return sources.buildMetadata();
    }

    private static Stream<Class<?>> classes(String location, Class<? extends Annotation> mark) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(mark));
        return scanner.findCandidateComponents(location).stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null));
    }
}
