package io.retort.boot.command;

import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;

/** Tool mode with the commands of a test, activated by the test's own property. */
public final class ProbeRunListener implements SpringApplicationRunListener, Ordered {

    private final ToolRunListener tool;

    public ProbeRunListener(SpringApplication application, String[] arguments) {
        tool = new ToolRunListener(
                application,
                arguments,
                ProbeCommands::commands,
                Optional.ofNullable(System.getProperty("probe.command")));
    }

    @Override
    public void starting(ConfigurableBootstrapContext context) {
        tool.starting(context);
    }

    @Override
    public void environmentPrepared(ConfigurableBootstrapContext context, ConfigurableEnvironment environment) {
        if (System.getProperty("probe.command") != null) {
            tool.environmentPrepared(context, environment);
        }
    }

    @Override
    public void contextLoaded(ConfigurableApplicationContext context) {
        tool.contextLoaded(context);
    }

    @Override
    public void failed(ConfigurableApplicationContext context, Throwable failure) {
        tool.failed(context, failure);
    }

    @Override
    public int getOrder() {
        return tool.getOrder() - 1;
    }
}
