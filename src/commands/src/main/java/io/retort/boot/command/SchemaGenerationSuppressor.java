package io.retort.boot.command;

import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.orm.jpa.AbstractEntityManagerFactoryBean;

/**
 * Turns off schema generation in every entity manager factory that a revision needs, including those that the
 * application configures itself.
 */
final class SchemaGenerationSuppressor implements BeanPostProcessor {

    private static final Map<String, String> SETTINGS = Map.of(
            "hibernate.hbm2ddl.auto", "none",
            "jakarta.persistence.schema-generation.database.action", "none",
            "jakarta.persistence.schema-generation.scripts.action", "none");

    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof AbstractEntityManagerFactoryBean factory) {
            factory.getJpaPropertyMap().putAll(SETTINGS);
            factory.setBootstrapExecutor(null);
        }
        return bean;
    }
}
