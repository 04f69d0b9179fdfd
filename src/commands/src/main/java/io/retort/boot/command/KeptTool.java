package io.retort.boot.command;

import io.retort.diff.author.ToolFiles;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.adopt.ForeignHistory;
import io.retort.internal.adopt.MigrationTool;
import io.retort.source.RevisionSource;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Another migration tool that keeps running the migrations of an application, while Retort writes them. */
interface KeptTool {

    /** The property with the format of new revisions. */
    String FORMAT = "retort.revision.format";

    /** Returns the tool. */
    MigrationTool tool();

    /**
     * Returns the tool's files in the project.
     *
     * @param history the tool's history in the database; null if it is not known
     */
    ToolFiles files(@Nullable ForeignHistory history);

    /** Returns a sentence for each file in the project that Retort wrote and the tool does not run. */
    List<String> unused();

    /** Returns what the scripts that Retort wrote for the tool create. */
    RevisionSource written();

    /**
     * Checks that the database has run all migrations of the project, and no others.
     *
     * @param history the tool's history in the database, without failures
     * @param database the database
     * @throws RetortException if the database lacks a migration of the project, or has one that the project does not
     *     contain
     */
    void requireHead(ForeignHistory history, DataSource database);

    /**
     * Runs all migrations of the project.
     *
     * @param empty an empty database
     * @throws RetortException if the application does not have the tool, or a migration fails
     */
    void migrate(DataSource empty) throws SQLException;

    /** Returns the tool of the option {@code --format} or of the property; empty if Retort writes its own revisions. */
    static Optional<KeptTool> ofFormat(ToolContext context) {
        return named(context).map(tool -> of(tool, context));
    }

    /**
     * Returns the tool that runs the migrations of the application. The property names it. Without the property, and if
     * the application has no revisions of Retort, it is the tool of which there is a bean.
     */
    static Optional<KeptTool> inUse(ToolContext context) {
        Optional<MigrationTool> configured = configured(context.application().getEnvironment());
        if (configured.isPresent() || context.retort().graph().size() > 0) {
            return configured.map(tool -> of(tool, context));
        }
        return Arrays.stream(MigrationTool.values())
                .filter(tool -> ToolBean.of(tool, context.application()).isPresent())
                .findFirst()
                .map(tool -> of(tool, context));
    }

    private static Optional<MigrationTool> named(ToolContext context) {
        Optional<String> format = context.line().option("format");
        return format.isPresent()
                ? tool(format.get())
                : configured(context.application().getEnvironment());
    }

    /** Returns the tool of the property; empty if it names none. */
    static Optional<MigrationTool> configured(Environment environment) {
        return Optional.ofNullable(environment.getProperty(FORMAT)).flatMap(KeptTool::tool);
    }

    /**
     * Checks that Retort runs the migrations of the application itself.
     *
     * @throws RetortException if the property names another tool
     */
    static void requireNone(Environment environment) {
        configured(environment).ifPresent(tool -> {
            throw CommandLine.usage(
                    tool.title() + " runs the migrations of this application (" + FORMAT
                            + "), so Retort runs and writes no revisions of its own.",
                    Advice.of(
                            "To write the next migration for " + tool.title() + ": ",
                            Advice.command("revision", Advice.option("message", "...")),
                            ". To replace " + tool.title() + " by Retort, remove the property first."));
        });
    }

    private static Optional<MigrationTool> tool(String format) {
        return Arrays.stream(MigrationTool.values())
                .filter(tool -> tool.name().equals(format.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private static KeptTool of(MigrationTool tool, ToolContext context) {
        if (context.unit().settings().own() != null || context.unit().tenants().isPresent()) {
            throw CommandLine.usage(
                    "Files for " + tool.title()
                            + " can be written for an application with one database, without units and tenants.",
                    context.line().option("format").isPresent()
                            ? Advice.of(
                                    "Leave out ",
                                    Advice.option("format", tool.name().toLowerCase(Locale.ROOT)),
                                    ".")
                            : Advice.of("Remove ", Advice.setting("revision.format"), "."));
        }
        return switch (tool) {
            case FLYWAY -> new KeptFlyway(context);
            case LIQUIBASE -> new KeptLiquibase(context);
        };
    }

    /** Returns the exception for a database that is not at the tool's head. */
    static RetortException notAtHead(String what, List<String> names, String todo) {
        return new RetortException(
                what + ": " + String.join(", ", names) + ".",
                Advice.of(
                        todo + " Or compare with an empty database in which the tool runs all migrations: ",
                        Advice.option("scratch"),
                        "."));
    }
}
