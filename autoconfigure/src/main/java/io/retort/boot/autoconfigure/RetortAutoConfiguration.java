package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.RetortOptions;
import io.retort.boot.autoconfigure.scan.ScannedRevisions;
import io.retort.run.source.RevisionSource;
import io.retort.schema.QualifiedName;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** Brings Retort into an application that has a database. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "retort.enabled", matchIfMissing = true)
@Conditional(RetortAutoConfiguration.HasDatabase.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
@EnableConfigurationProperties(RetortProperties.class)
public final class RetortAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RetortAutoConfiguration.class);

    @Bean
    @ConditionalOnMissingBean
    RetortDatabase retortDatabase(
            RetortProperties properties,
            ObjectProvider<DataSource> dataSource,
            @RetortDataSource ObjectProvider<DataSource> marked) {
        PropertiesCheck.refuseUnusable(properties);
        return RetortDatabase.choose(marked.getIfAvailable(), dataSource.getIfUnique(), properties);
    }

    @Bean
    RetortSchemaManagement retortSchemaManagement(ObjectProvider<RetortDatabase> databases) {
        return new RetortSchemaManagement(databases);
    }

    @Bean
    ScannedRevisions retortScannedRevisions(RetortProperties properties, ResourceLoader resources) {
        PropertiesCheck.refuseUnusable(properties);
        return new ScannedRevisions(properties.getLocations(), properties.getPlaceholders(), resources);
    }

    @Bean
    @ConditionalOnMissingBean
    Retort retort(RetortDatabase database, ObjectProvider<RevisionSource> sources, RetortProperties properties) {
        if (properties.getMode() == RetortProperties.Mode.OFF) {
            LOG.info("Retort: retort.mode is off, nothing to do");
        }
        QualifiedName table = new QualifiedName(properties.getSchema(), properties.getTable());
        return Retort.on(database.dataSource(), sources.orderedStream().toList())
                .with(RetortOptions.STANDARD.withTable(table));
    }

    @Bean
    @ConditionalOnMissingBean
    @Conditional(RunsAtStart.class)
    RetortInitializer retortInitializer(Retort retort, RetortProperties properties, Environment environment) {
        DdlAuto.refuse(environment);
        return new RetortInitializer(retort, properties);
    }

    /** {@code retort.mode} is not {@code off}. */
    static final class RunsAtStart extends NoneNestedConditions {

        RunsAtStart() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty(name = "retort.mode", havingValue = "off")
        static final class IsOff {}
    }

    /** There is a data source, details of one, or a URL of Retort's own. */
    static final class HasDatabase extends AnyNestedCondition {

        HasDatabase() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnBean(DataSource.class)
        static final class HasDataSource {}

        @ConditionalOnBean(JdbcConnectionDetails.class)
        static final class HasConnectionDetails {}

        @ConditionalOnProperty("retort.url")
        static final class HasUrl {}
    }
}
