package io.retort.boot.tool;

import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import java.util.Optional;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/** Determines the dialect without a connection: from the option {@code --database} or the database's URL. */
final class OfflineDialect {

    private OfflineDialect() {}

    static Dialect of(ToolContext context) {
        return named(context.line()).orElseGet(() -> ofUrl(context));
    }

    /** Returns the dialect for a command that has no unit yet. */
    static Dialect of(ConfigurableApplicationContext application, CommandLine line) {
        return named(line).orElseGet(() -> of(application));
    }

    private static Optional<Dialect> named(CommandLine line) {
        return line.option("database").map(Dialects::named);
    }

    private static Dialect ofUrl(ToolContext context) {
        return context.unit().settings().own() == null ? of(context.application()) : of(context.unit());
    }

    private static Dialect of(RetortUnit unit) {
        return unit.database()
                .url()
                .map(Dialects::ofUrl)
                .orElseThrow(() -> new RetortException(
                        "Cannot determine the database product of the script: the data source of the unit "
                                + unit.name() + " does not expose its URL.",
                        Advice.of("Set ", Advice.setting("url"), "; Retort does not connect to it.")));
    }

    static Dialect of(ConfigurableApplicationContext application) {
        return property(application, "retort.url")
                .or(() -> details(application))
                .or(() -> property(application, "spring.datasource.url"))
                .map(Dialects::ofUrl)
                .orElseThrow(() -> new RetortException(
                        "Cannot determine the database product: no URL names it.",
                        Advice.of("Set ", Advice.dataSource(Login.URL), "; Retort does not connect to it.")));
    }

    private static Optional<String> property(ConfigurableApplicationContext application, String name) {
        return Optional.ofNullable(application.getEnvironment().getProperty(name));
    }

    private static Optional<String> details(ConfigurableApplicationContext application) {
        return Optional.ofNullable(
                        application.getBeanProvider(JdbcConnectionDetails.class).getIfAvailable())
                .map(JdbcConnectionDetails::getJdbcUrl);
    }
}
