package io.retort.boot.autoconfigure;

import io.micrometer.observation.ObservationRegistry;
import io.retort.Retort;
import io.retort.boot.autoconfigure.aot.RetortRuntimeHints;
import io.retort.boot.autoconfigure.conflict.DdlAuto;
import io.retort.boot.autoconfigure.conflict.OtherTools;
import io.retort.boot.autoconfigure.observe.ObservedRuns;
import io.retort.boot.autoconfigure.scan.BeanMigrations;
import io.retort.boot.autoconfigure.scan.ScannedRevisions;
import io.retort.boot.autoconfigure.start.AfterStart;
import io.retort.boot.autoconfigure.start.Entities;
import io.retort.boot.autoconfigure.start.EntityImports;
import io.retort.run.RunListener;
import io.retort.run.source.RevisionSource;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.jdbc.support.JdbcUtils;

/** Brings Retort into an application that has a database. */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({Retort.class, JdbcUtils.class})
@ConditionalOnBooleanProperty(name = "retort.enabled", matchIfMissing = true)
@Conditional(RetortAutoConfiguration.HasDatabase.class)
@Import(DatabaseInitializationDependencyConfigurer.class)
@EnableConfigurationProperties(RetortProperties.class)
@ImportRuntimeHints(RetortRuntimeHints.class)
public final class RetortAutoConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RetortAutoConfiguration.class);

    @Bean
    @ConditionalOnMissingBean(RetortConnectionDetails.class)
    PropertiesConnectionDetails retortConnectionDetails(RetortProperties properties) {
        return new PropertiesConnectionDetails(properties);
    }

    @Bean
    @ConditionalOnMissingBean
    RetortDatabase retortDatabase(
            RetortProperties properties,
            RetortConnectionDetails details,
            ObjectProvider<DataSource> dataSource,
            @RetortDataSource ObjectProvider<DataSource> marked) {
        PropertiesCheck.refuseUnusable(properties);
        return RetortDatabase.choose(marked.getIfAvailable(), dataSource.getIfUnique(), details);
    }

    @Bean
    RetortSchemaManagement retortSchemaManagement(ObjectProvider<RetortDatabase> databases) {
        return new RetortSchemaManagement(databases);
    }

    @Bean
    ScannedRevisions retortScannedRevisions(RetortProperties properties, ApplicationContext application) {
        PropertiesCheck.refuseUnusable(properties);
        return new ScannedRevisions(
                properties.getLocations(),
                properties.getPlaceholders(),
                application,
                new BeanMigrations(application.getAutowireCapableBeanFactory()));
    }

    @Bean
    RetortAssembly retortAssembly(
            ObjectProvider<RetortOptionsCustomizer> customizers, ObjectProvider<RunListener> listeners) {
        return new RetortAssembly(
                customizers.orderedStream().toList(), listeners.orderedStream().toList());
    }

    @Bean
    @ConditionalOnMissingBean
    Retort retort(
            RetortAssembly assembly,
            RetortDatabase database,
            ObjectProvider<RevisionSource> sources,
            RetortProperties properties) {
        if (properties.getMode() == RetortProperties.Mode.OFF) {
            LOG.info("Retort: retort.mode is off, nothing to do");
        }
        return assembly.assemble(database, sources.orderedStream().toList(), properties);
    }

    @Bean
    RetortUnit retortUnit(Retort retort) {
        return new RetortUnit(RetortUnit.DEFAULT, retort);
    }

    @Bean
    @ConditionalOnMissingBean
    @Conditional(RunsAtStart.class)
    RetortInitializer retortInitializer(
            Retort retort,
            RetortProperties properties,
            ObjectProvider<RetortStartStrategy> strategy,
            AfterStart later,
            ApplicationContext application) {
        DdlAuto.refuse(application.getEnvironment());
        if (!properties.isAllowOtherTools()) {
            OtherTools.refuse(application);
        }
        return new RetortInitializer(
                retort,
                new RetortInitializer.Surroundings(
                        properties, strategy.getIfAvailable(), new Entities(application), later));
    }

    @Bean
    AfterStart retortAfterStart() {
        return new AfterStart();
    }

    @Bean
    EntityImports retortEntityImports(ApplicationContext application) {
        return new EntityImports(new Entities(application), application.getClassLoader());
    }

    @Bean
    static LazyInitializationExcludeFilter retortStartsAtOnce() {
        return LazyInitializationExcludeFilter.forBeanTypes(RetortInitializer.class);
    }

    /** Where Micrometer is present, which it is with Spring; whether anybody observes is known when a run begins. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "io.micrometer.observation.ObservationRegistry")
    static class Observing {

        @Bean
        RunListener retortObservedRuns(ObjectProvider<ObservationRegistry> registries) {
            return new ObservedRuns(() -> registries.getIfUnique(() -> ObservationRegistry.NOOP));
        }
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
