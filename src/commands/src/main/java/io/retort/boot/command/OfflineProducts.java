package io.retort.boot.command;

import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.boot.autoconfigure.RetortUnits;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.RetortException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The product of each persistence unit, while its entity manager factory is being created without a connection.
 */
final class OfflineProducts implements Function<@Nullable DataSource, OfflineProduct> {

    private final ConfigurableApplicationContext application;
    private final CommandLine line;
    private final AdviceStyle style;

    /**
     * @param application the application
     * @param line the command line
     * @param style renders the name of an option
     */
    OfflineProducts(ConfigurableApplicationContext application, CommandLine line, AdviceStyle style) {
        this.application = application;
        this.line = line;
        this.style = style;
    }

    @Override
    public OfflineProduct apply(@Nullable DataSource dataSource) {
        Optional<RetortUnit> unit = unit(dataSource);
        return unit.isEmpty()
                ? line.option("database")
                        .map(text -> OfflineProduct.parse(
                                text, Advice.option("database").in(style)))
                        .orElseGet(() -> OfflineDialect.of(application))
                : OfflineDialect.named(line, unit.get(), style)
                        .or(() -> recorded(unit.get()))
                        .orElseGet(() -> OfflineDialect.ofUrl(application, unit.get()));
    }

    /** A unit can need a bean that needs the entity manager factory, and then is not available yet. */
    private Optional<RetortUnit> unit(@Nullable DataSource dataSource) {
        try {
            RetortUnits units = application.getBeanProvider(RetortUnits.class).getIfAvailable();
            List<RetortUnit> all = units == null ? List.of() : units.all();
            return all.stream()
                    .filter(unit -> all.size() == 1
                            || dataSource != null && unit.database().usesDataSource(dataSource))
                    .findFirst();
        } catch (BeansException | RetortException notYet) {
            return Optional.empty();
        }
    }

    /** The command itself reports revisions that cannot be read. */
    private Optional<OfflineProduct> recorded(RetortUnit unit) {
        try {
            return RecordedProduct.of(unit, application.getEnvironment());
        } catch (BeansException | RetortException unreadable) {
            return Optional.empty();
        }
    }
}
