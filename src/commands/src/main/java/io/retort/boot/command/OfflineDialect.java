package io.retort.boot.command;

import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.boot.autoconfigure.RetortUnits;
import io.retort.boot.autoconfigure.UnitTenants;
import io.retort.dialect.Dialect;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.RetortException;
import io.retort.internal.dialect.Dialects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Determines the dialect of a script without a connection: from the option {@code --database}, the property
 * {@code retort.offline.database} or the database's URL.
 */
final class OfflineDialect {

    /** The version is the beginning of the tag of an image: {@code jdbc:tc:postgresql:17.2-alpine:///shop}. */
    private static final Pattern CONTAINER = Pattern.compile("jdbc:tc:[^:]+:(\\d{1,4}(?:\\.\\d{1,4})?)[^/]*//.*");

    private OfflineDialect() {}

    static Dialect of(ToolContext context) {
        return named(context.line(), context.unit(), context.style())
                .orElseGet(() -> ofUrl(context))
                .dialect();
    }

    /** Returns the product in the option or the property; empty if neither is given. */
    static Optional<OfflineProduct> named(CommandLine line, RetortUnit unit, AdviceStyle style) {
        return line.option("database")
                .map(text ->
                        OfflineProduct.parse(text, Advice.option("database").in(style)))
                .or(() -> unit.settings()
                        .offlineDatabase()
                        .map(text -> OfflineProduct.parse(text, unit.settings().property("offline.database"))));
    }

    /** Returns the product in the URL. */
    static OfflineProduct ofUrl(ToolContext context) {
        return ofUrl(context.application(), context.unit());
    }

    static OfflineProduct ofUrl(ConfigurableApplicationContext application, RetortUnit unit) {
        return unit.settings().own() == null ? of(application) : of(unit);
    }

    private static OfflineProduct of(RetortUnit unit) {
        return unit.database()
                .url()
                .map(OfflineDialect::ofUrl)
                .orElseThrow(() -> new RetortException(
                        "Cannot determine the database product of the script: the data source of the unit "
                                + unit.name() + " does not expose its URL.",
                        Advice.of("Set ", Advice.setting("url"), "; Retort does not connect to it.")));
    }

    static OfflineProduct of(ConfigurableApplicationContext application) {
        return property(application, "retort.url")
                .or(() -> details(application))
                .or(() -> property(application, "spring.datasource.url"))
                .or(() -> ofTenants(application))
                .map(OfflineDialect::ofUrl)
                .orElseThrow(() -> new RetortException(
                        "Cannot determine the database product: no URL names it.",
                        Advice.of(
                                "Set ",
                                Advice.dataSource(Login.URL),
                                " or ",
                                Advice.setting("offline.database"),
                                "; Retort does not connect to it.")));
    }

    private static OfflineProduct ofUrl(String url) {
        Matcher container = CONTAINER.matcher(url);
        return new OfflineProduct(Dialects.ofUrl(url), container.matches() ? container.group(1) : null);
    }

    private static Optional<String> ofTenants(ConfigurableApplicationContext application) {
        return application.getBeanProvider(RetortUnits.class).stream()
                .flatMap(units -> units.all().stream())
                .filter(unit -> unit.tenants().filter(UnitTenants::areDatabases).isPresent())
                .findFirst()
                .flatMap(unit -> unit.database().url());
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
