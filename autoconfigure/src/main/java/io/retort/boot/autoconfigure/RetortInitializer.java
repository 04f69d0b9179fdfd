package io.retort.boot.autoconfigure;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.boot.autoconfigure.settled.SettledStart;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.ConfigurableApplicationContext;

/** Brings the databases of all units to where the application needs them, one after the other, before anything uses them. */
public final class RetortInitializer implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(RetortInitializer.class);

    private final RetortProperties properties;
    private final ConfigurableApplicationContext application;
    private final UnitStarts starts;

    RetortInitializer(RetortProperties properties, ConfigurableApplicationContext application, UnitStarts starts) {
        this.properties = properties;
        this.application = application;
        this.starts = starts;
    }

    @Override
    public void afterPropertiesSet() {
        String settled = new SettledStart(
                        application,
                        properties,
                        OnlyUnitConfiguration.class.getName(),
                        List.of(RetortStartStrategy.class, RetortOptionsCustomizer.class))
                .look();
        if (settled == null) {
            starts.run(properties, application);
        } else {
            LOG.info("Retort: {}, nothing to do", settled);
        }
    }
}
