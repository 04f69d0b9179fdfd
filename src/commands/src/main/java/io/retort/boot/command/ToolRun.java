package io.retort.boot.command;

import io.retort.boot.autoconfigure.RetortUnit;
import io.retort.boot.autoconfigure.RetortUnits;
import io.retort.boot.autoconfigure.UnitSettings;
import io.retort.boot.autoconfigure.UnitTenants;
import io.retort.boot.internal.CommandForm;
import io.retort.boot.internal.RunStyle;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle.Login;
import io.retort.error.RetortException;
import io.retort.internal.history.History;
import io.retort.internal.prepare.MultipleHeadsAdvice;
import io.retort.revision.InvalidHistoryException;
import io.retort.revision.RevisionException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs one command in an application context that is loaded and not yet refreshed. */
final class ToolRun {

    private final CommandLine line;
    private final CommandDefinition command;
    private final PrintStream out;
    private final PrintStream talk;
    private final RunStyle style;

    ToolRun(CommandLine line, CommandDefinition command, PrintStream out, PrintStream talk, CommandForm launch) {
        this.line = line;
        this.command = command;
        this.out = out;
        this.talk = talk;
        this.style = RunStyle.ofCommand(launch, line.command())
                .of(line.option("tenant").orElse(null));
    }

    CommandOutcome run(ConfigurableApplicationContext application) {
        try (application) {
            checkConfiguration(application);
            Supplier<Map<String, CapturedMetadata>> models = prepare(application);
            application.refresh();
            RetortUnits units = units(application);
            Map<String, CapturedMetadata> captured = models.get();
            return new UnitRuns(units, line, out, talk).run(command.units(line), unit -> {
                RunStyle inUnit = in(unit, units.several());
                return run(new ToolContext(line, application, unit, captured, out, talk, inUnit), inUnit);
            });
        } catch (Throwable failure) {
            return report(style).report(namingTheBean(failure), application);
        }
    }

    private FailureReport report(RunStyle of) {
        return line.has("json") ? FailureReport.json(out, of) : FailureReport.text(talk, of);
    }

    /** Only a command that needs entities can do without a database otherwise. A missing retort-diff has its own failure. */
    private Throwable namingTheBean(Throwable failure) {
        boolean isOfBean = !(failure instanceof RetortException);
        return isOfBean
                        && command.needsModel(line)
                        && JpaPresence.isIn(getClass().getClassLoader())
                ? EntityModels.needsDatabase(failure).map(Throwable.class::cast).orElse(failure)
                : failure;
    }

    private void checkConfiguration(ConfigurableApplicationContext application) {
        stopOrWarn(
                UnknownProperties.ofThisVersion(getClass().getClassLoader()).in(application.getEnvironment()),
                "Correct or remove it. Nothing was run.");
        stopOrWarn(UnknownFormat.in(application.getEnvironment()), "Correct or remove it. Nothing was run.");
        stopOrWarn(
                UnknownProfiles.in(application.getEnvironment(), application),
                "Correct the name, or add a configuration file for the profile. Nothing was run.");
    }

    /** A command that only reads prints a warning; all others stop, because they could change something else than meant. */
    private void stopOrWarn(List<String> sentences, String action) {
        if (!sentences.isEmpty() && !command.onlyReads()) {
            throw CommandLine.usage(String.join("\n", sentences), action);
        }
        sentences.forEach(sentence -> talk.println("Warning: " + sentence));
    }

    private static RetortUnits units(ConfigurableApplicationContext application) {
        return Optional.ofNullable(
                        application.getBeanProvider(RetortUnits.class).getIfAvailable())
                .orElseThrow(() -> new RetortException(
                        "Retort is not active in this application: it has no data source, or retort.enabled is false.",
                        Advice.of(
                                "Set ",
                                Advice.dataSource(Login.URL),
                                " and remove ",
                                Advice.setting("enabled"),
                                " if it is false.")));
    }

    private RunStyle in(RetortUnit unit, boolean several) {
        return style.in(advised(unit.settings()), several).withTenantDatabases(hasTenantDatabases(unit));
    }

    private static RunStyle.@Nullable Unit advised(UnitSettings settings) {
        return settings.isNamed()
                ? new RunStyle.Unit(settings.name(), settings.dataSourceBean(), UnitSettings::isOwn)
                : null;
    }

    private CommandOutcome run(ToolContext context, RunStyle inUnit) {
        try {
            return runChecked(context);
        } catch (RuntimeException failure) {
            return report(inUnit).report(failure, context.application(), context.unit());
        }
    }

    private CommandOutcome runChecked(ToolContext context) {
        try {
            checkLocations(context);
            context.retort()
                    .graph()
                    .warnings()
                    .forEach(oddity -> context.talk().println("Warning: " + oddity.describe()));
            DeletedSources.of(context.application().getEnvironment())
                    .examine(context.retort().graph().all(), command.onlyReads(), context.talk());
            return command.run(context);
        } catch (InvalidHistoryException failure) {
            throw failure;
        } catch (RevisionException failure) {
            throw new MultipleHeadsAdvice(History.read(context.retort().sources())).added(failure);
        }
    }

    /**
     * A command that writes a revision creates its location. All others stop, also those that only read: a history without
     * the revisions of a location is a wrong answer, which a script would take for a right one.
     */
    private void checkLocations(ToolContext context) {
        List<String> missing = command.createsRevisions()
                ? List.of()
                : MissingLocations.of(
                        context.unit(),
                        context.application(),
                        context.application().getEnvironment());
        if (!missing.isEmpty()) {
            throw CommandLine.usage(
                    String.join("\n", missing),
                    Advice.of(
                            "Correct ",
                            Advice.setting("locations"),
                            ", or create the package or folder. ",
                            Advice.command("revision", Advice.quoted("message", "create first tables")),
                            " creates it with its first revision. Nothing was run."));
        }
    }

    /** A routing data source has no connection if no tenant is current, as in a command. */
    private DataSource ofTenant(ConfigurableApplicationContext application, DataSource given) {
        return unitOf(application, given)
                .map(unit -> line.option("tenant").map(unit::tenant).orElse(unit))
                .map(unit -> unit.database().dataSource())
                .orElse(given);
    }

    /** A unit can need a bean that needs the entity manager factory, and then is not available yet. */
    private static Optional<RetortUnit> unitOf(ConfigurableApplicationContext application, DataSource given) {
        try {
            return application.getBeanProvider(RetortUnits.class).stream()
                    .flatMap(units -> units.all().stream())
                    .filter(unit -> hasTenantDatabases(unit) && unit.database().usesDataSource(given))
                    .findFirst();
        } catch (BeansException notYet) {
            return Optional.empty();
        }
    }

    private static boolean hasTenantDatabases(RetortUnit unit) {
        return unit.tenants().filter(UnitTenants::areDatabases).isPresent();
    }

    private Supplier<Map<String, CapturedMetadata>> prepare(ConfigurableApplicationContext application) {
        ConfigurableListableBeanFactory beans = application.getBeanFactory();
        beans.addBeanPostProcessor(new LiquibaseSuppressor());
        boolean withModel = command.needsModel(line);
        CommandBeans revisionBeans = new CommandBeans(withModel || command.onlyCollects(line));
        beans.registerSingleton("retortRevisionBeans", revisionBeans);
        beans.registerSingleton(
                "retortQuietBeans", new BeanSuppressor(application.getEnvironment(), withModel, revisionBeans));
        if (!withModel) {
            if (JpaPresence.isIn(beans.getBeanClassLoader())) {
                beans.addBeanPostProcessor(new SchemaGenerationSuppressor());
            }
            return Map::of;
        }
        DevelopmentTools.require(line.command(), beans.getBeanClassLoader());
        JpaPresence.require(line.command(), beans.getBeanClassLoader());
        EntityModels models = new EntityModels(
                line.has("offline"),
                new OfflineProducts(application, line, style),
                given -> ofTenant(application, given),
                style);
        beans.addBeanPostProcessor(models);
        return () -> models.of(beans, !line.command().equals("report"));
    }
}
