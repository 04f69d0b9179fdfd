package io.retort.boot.autoconfigure;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.internal.log.PrintableLog;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs the start mode of every unit, one unit after the other, before anything else uses the databases. */
public final class RetortInitializer implements ApplicationContextAware, InitializingBean {

    private static final PrintableLog LOG = PrintableLog.of(RetortInitializer.class);

    private final RetortProperties properties;
    private final UnitStartups starts;
    private @Nullable ApplicationContext application;

    RetortInitializer(RetortProperties properties, UnitStartups starts) {
        this.properties = properties;
        this.starts = starts;
    }

    /** A parameter of type {@link ApplicationContext} would make Spring search through all beans. */
    @Override
    public void setApplicationContext(ApplicationContext given) {
        application = given;
    }

    @Override
    public void afterPropertiesSet() {
        start((ConfigurableApplicationContext) Objects.requireNonNull(application));
    }

    private void start(ConfigurableApplicationContext application) {
        Optional<String> other =
                OtherMigrationTools.running(properties.getRevision().getFormat());
        if (other.isPresent()) {
            String unused = starts.revisionsThatDoNotRun();
            if (unused.isEmpty()) {
                LOG.info("Retort: {} runs the migrations (retort.revision.format), nothing to do", other.get());
            } else {
                LOG.warn(
                        "Retort: {} runs the migrations (retort.revision.format), so that {} not run. Remove the property"
                                + " to let Retort run them, or delete them.",
                        other.get(),
                        unused);
            }
            return;
        }
        DdlAuto.refuse(application.getEnvironment());
        String upToDate = new UpToDateShortcut(
                        application,
                        properties,
                        OnlyUnitConfiguration.class.getName(),
                        List.of(RetortStartStrategy.class, RetortOptionsCustomizer.class))
                .look();
        if (upToDate == null) {
            starts.run(properties, application);
        } else {
            LOG.info("Retort: {}, nothing to do", upToDate);
        }
    }
}
