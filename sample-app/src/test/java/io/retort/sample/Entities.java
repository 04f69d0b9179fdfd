package io.retort.sample;

import io.retort.Retort;
import io.retort.diff.EntityComparison;
import io.retort.diff.author.Difference;
import io.retort.diff.internal.model.MetadataCapture;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.testkit.TestDb;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** Compares the clinic's entities, as configured by Spring Boot, with a database. */
final class Entities implements BeanPostProcessor {

    @EntityScan("io.retort.sample")
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class})
    static class Persistence {}

    private final List<CapturedMetadata> captured = new ArrayList<>();

    private Entities() {}

    /** Returns the differences between the entities and a database. */
    static Difference compare(TestDb db, Retort retort) {
        Entities entities = new Entities();
        SpringApplicationBuilder persistence = new SpringApplicationBuilder(Persistence.class)
                .web(WebApplicationType.NONE)
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(entities));
        persistence.run(connection(db).toArray(String[]::new)).close();
        return new EntityComparison(db.dataSource(), entities.captured.get(0), retort).get();
    }

    /** Returns the connection settings of a database as arguments of an application. */
    static Stream<String> connection(TestDb db) {
        return Stream.of(
                "--spring.datasource.url=" + db.url(),
                "--spring.datasource.username=" + db.user(),
                "--spring.datasource.password=" + db.password());
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof LocalContainerEntityManagerFactoryBean factory) {
            factory.setPersistenceProvider(
                    new MetadataCapture(unit -> List.of(), new SpringObjenesis()::newInstance, captured::add));
        }
        return bean;
    }
}
