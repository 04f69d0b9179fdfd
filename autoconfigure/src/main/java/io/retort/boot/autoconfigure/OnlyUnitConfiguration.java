package io.retort.boot.autoconfigure;

import io.retort.Retort;
import io.retort.boot.autoconfigure.properties.PropertiesCheck;
import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.boot.internal.scan.BeanMigrations;
import io.retort.boot.internal.scan.ScannedRevisions;
import io.retort.internal.log.PrintableLog;
import io.retort.source.RevisionSource;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/**
 * Beans of the only unit of an application without {@code retort.units}. An application can replace each of them with a
 * bean of its own.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(OnlyUnitConfiguration.NoUnits.class)
@Lazy
class OnlyUnitConfiguration {

    private static final PrintableLog LOG = PrintableLog.of(RetortAutoConfiguration.class);

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
            @RetortDataSource ObjectProvider<DataSource> marked,
            ApplicationContext application) {
        PropertiesCheck.refuseUnusable(properties);
        return RetortDatabase.of(
                UnitSettings.ofTheOnlyUnit(properties),
                application,
                details,
                () -> marked.getIfAvailable(dataSource::getIfUnique),
                () -> RetortDatabase.choose(marked.getIfAvailable(), dataSource.getIfUnique(), details));
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
    @ConditionalOnMissingBean
    Retort retort(
            RetortFactory assembly,
            RetortDatabase database,
            ObjectProvider<RevisionSource> sources,
            RetortProperties properties) {
        return assembly.assemble(database, sources.orderedStream().toList(), UnitSettings.ofTheOnlyUnit(properties));
    }

    @Bean
    RetortUnits retortUnits(Retort retort, RetortDatabase database, RetortProperties properties) {
        return new RetortUnits(List.of(new RetortUnit(UnitSettings.ofTheOnlyUnit(properties), retort, database)));
    }

    @Bean
    @Lazy(false)
    @ConditionalOnProperty(name = "retort.mode", havingValue = "off")
    SmartInitializingSingleton retortSaysThatItIsOff() {
        return () -> LOG.info("Retort: retort.mode is off, nothing to do");
    }

    /** Matches if no {@code retort.units.<name>} is set. */
    static final class NoUnits extends NoneNestedConditions {

        NoUnits() {
            super(ConfigurationPhase.REGISTER_BEAN);
        }

        @Conditional(UnitsCondition.class)
        static final class HasUnits {}
    }
}
