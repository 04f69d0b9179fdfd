package io.retort.boot.autoconfigure;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;

/** Brings Retort into an application that has a database. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "retort.enabled", matchIfMissing = true)
@Conditional(RetortAutoConfiguration.HasDatabase.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
@EnableConfigurationProperties(RetortProperties.class)
public final class RetortAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    RetortDatabase retortDatabase(
            RetortProperties properties,
            ObjectProvider<DataSource> dataSource,
            @RetortDataSource ObjectProvider<DataSource> marked) {
        return RetortDatabase.choose(marked.getIfAvailable(), dataSource.getIfUnique(), properties);
    }

    @Bean
    RetortSchemaManagement retortSchemaManagement(ObjectProvider<RetortDatabase> databases) {
        return new RetortSchemaManagement(databases);
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
