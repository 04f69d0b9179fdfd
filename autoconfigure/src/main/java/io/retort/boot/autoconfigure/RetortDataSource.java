package io.retort.boot.autoconfigure;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.beans.factory.annotation.Qualifier;

/**
 * Qualifier for the data source that Retort upgrades. Needed when an application has several data sources, or a
 * separate one for migrations.
 *
 * <pre>{@code
 * @Bean(defaultCandidate = false)
 * @RetortDataSource
 * DataSource migrationDataSource() { ... }
 * }</pre>
 */
@Documented
@Qualifier
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RetortDataSource {}
