package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.boot.autoconfigure.shop.Product;
import jakarta.persistence.EntityManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * The entity manager factory validates tables that only the revisions create, so a wrong initialization order fails.
 */
class RetortBeforeJpaTests {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    TaskExecutionAutoConfiguration.class,
                    DataSourceAutoConfiguration.class,
                    DataSourceInitializationAutoConfiguration.class,
                    TransactionAutoConfiguration.class,
                    HibernateJpaAutoConfiguration.class,
                    RetortAutoConfiguration.class))
            .withUserConfiguration(Shop.class)
            .withPropertyValues(
                    "spring.datasource.generate-unique-name=true",
                    "retort.locations=io.retort.boot.autoconfigure.revisions,classpath:history",
                    "spring.jpa.hibernate.ddl-auto=validate");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.jpa.defer-datasource-initialization=false",
                "spring.jpa.defer-datasource-initialization=true",
                "spring.jpa.bootstrap=async",
                "spring.main.lazy-initialization=true",
                "spring.data.jpa.repositories.bootstrap-mode=deferred"
            })
    void upgradesBeforeHibernateLooks(String setting) {
        application.withPropertyValues(setting).run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBean(EntityManagerFactory.class).isOpen()).isTrue();
        });
    }

    @Test
    void upgradesBeforeDataIsLoaded() {
        application
                .withPropertyValues(
                        "spring.sql.init.data-locations=classpath:product-data.sql", "spring.sql.init.mode=always")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    try (var entities =
                            context.getBean(EntityManagerFactory.class).createEntityManager()) {
                        assertThat(entities.find(Product.class, 1L)).isNotNull();
                    }
                });
    }

    @Test
    void doesNotLetSpringBootCreateTheSchemaOfAnEmbeddedDatabase() {
        application
                .withPropertyValues("spring.jpa.hibernate.ddl-auto=", "retort.locations=db.revisions")
                .run(context -> assertThat(
                                context.getBean(EntityManagerFactory.class).getProperties())
                        .doesNotContainEntry("hibernate.hbm2ddl.auto", "create-drop"));
    }

    @Configuration(proxyBeanMethods = false)
    @EntityScan(basePackageClasses = Product.class)
    static class Shop {}
}
