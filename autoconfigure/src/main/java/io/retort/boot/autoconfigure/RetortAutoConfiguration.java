package io.retort.boot.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import io.retort.Retort;
import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.run.BackfillThrottle;
import io.retort.run.RunListener;
import java.util.Objects;
import javax.sql.DataSource;
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
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Auto-configuration for Retort: upgrades the application's databases before JPA or anything else uses them.
 *
 * <p>Active if a {@link DataSource}, {@link JdbcConnectionDetails}, {@code retort.url} or {@code retort.units} is
 * present. {@code retort.enabled=false} turns it off.
 */
@AutoConfiguration(after = DataSourceAutoConfiguration.class)
@ConditionalOnClass({Retort.class, JdbcUtils.class})
@ConditionalOnBooleanProperty(name = "retort.enabled", matchIfMissing = true)
@Conditional(RetortAutoConfiguration.HasDatabase.class)
@Import({DatabaseInitializationDependencyConfigurer.class, OnlyUnitConfiguration.class, UnitsConfiguration.class})
@EnableConfigurationProperties(RetortProperties.class)
@ImportRuntimeHints(RetortRuntimeHints.class)
public final class RetortAutoConfiguration {

    @Bean
    RetortSchemaManagement retortSchemaManagement(ObjectProvider<RetortUnits> units) {
        return new RetortSchemaManagement(units);
    }

    @Bean
    @Lazy
    RetortFactory retortAssembly(
            ObjectProvider<RetortOptionsCustomizer> customizers,
            ObjectProvider<RunListener> listeners,
            ObjectProvider<BackfillThrottle> throttles,
            Environment environment) {
        return new RetortFactory(
                customizers.orderedStream().toList(),
                listeners.orderedStream().toList(),
                throttles.orderedStream().reduce(BackfillThrottle.NONE, BackfillThrottle::and),
                new OtherHistories(environment));
    }

    @Bean
    @ConditionalOnMissingBean
    @Conditional(RunsAtStart.class)
    RetortInitializer retortInitializer(
            RetortProperties properties,
            ObjectProvider<RetortUnits> units,
            ObjectProvider<RetortStartStrategy> strategy,
            ObjectProvider<BackgroundUpgrade> later) {
        return new RetortInitializer(properties, new UnitStartups(units, strategy, later));
    }

    @Bean
    @Lazy
    BackgroundUpgrade retortAfterStart() {
        return new BackgroundUpgrade();
    }

    @Bean
    @Lazy
    EntityImportCheck retortEntityImports(ApplicationContext application) {
        return new EntityImportCheck(
                new EntityClassNames(application), Objects.requireNonNull(application.getClassLoader()));
    }

    @Bean
    static LazyInitializationExcludeFilter retortStartsAtOnce() {
        return LazyInitializationExcludeFilter.forBeanTypes(RetortInitializer.class);
    }

    /** Micrometer comes with Spring; whether an {@link ObservationRegistry} exists is decided when a run begins. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "io.micrometer.observation.ObservationRegistry")
    static class Observing {

        @Bean
        @Lazy
        RunListener retortObservedRuns(ObjectProvider<ObservationRegistry> registries) {
            return new RunObservation(() -> registries.getIfUnique(() -> ObservationRegistry.NOOP));
        }
    }

    /** Whether a {@link MeterRegistry} exists is decided when a backfill begins. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(name = "io.micrometer.core.instrument.MeterRegistry")
    static class Measuring {

        @Bean
        @Lazy
        RunListener retortBackfillMetrics(ObjectProvider<MeterRegistry> registries) {
            return new BackfillMetrics(registries::getIfUnique);
        }
    }

    /**
     * Matches if {@code retort.mode} is not {@code off}, or if there are units, each of which can have its own mode.
     */
    static final class RunsAtStart extends AnyNestedCondition {

        RunsAtStart() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @Conditional(IsNotOff.class)
        static final class HasMode {}

        @Conditional(UnitsCondition.class)
        static final class HasUnits {}
    }

    /** Matches if {@code retort.mode} is not {@code off}. */
    static final class IsNotOff extends NoneNestedConditions {

        IsNotOff() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @ConditionalOnProperty(name = "retort.mode", havingValue = "off")
        static final class IsOff {}
    }

    /** Matches if there is a data source, JDBC connection details, {@code retort.url} or a unit. */
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

        @Conditional(UnitsCondition.class)
        static final class HasUnits {}
    }
}
