package io.retort.boot.command;

import io.retort.diff.author.ToolFiles;
import io.retort.diff.author.tool.LiquibaseFiles;
import io.retort.diff.author.tool.LiquibaseSettings;
import io.retort.diff.author.tool.WrittenScripts;
import io.retort.error.Advice;
import io.retort.error.RetortException;
import io.retort.internal.adopt.ForeignHistory;
import io.retort.internal.adopt.MigrationTool;
import io.retort.internal.database.Secrets;
import io.retort.source.RevisionSource;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Liquibase, with Spring Boot's properties.
 */
final class KeptLiquibase implements KeptTool {

    private final ToolContext context;

    /**
     * @param context the command's context
     */
    KeptLiquibase(ToolContext context) {
        this.context = context;
    }

    @Override
    public MigrationTool tool() {
        return MigrationTool.LIQUIBASE;
    }

    @Override
    public ToolFiles files(@Nullable ForeignHistory history) {
        LiquibaseSettings settings = settings();
        if (!Files.exists(settings.changelog()) && isOnClassPath()) {
            throw new RetortException(
                    "Liquibase's changelog " + changelog() + " is not a file of the project.",
                    Advice.of("Set spring.liquibase.change-log to a changelog of the project that includes it."));
        }
        return new LiquibaseFiles(Path.of(""), settings);
    }

    /** A changelog of a library has no files in the project. */
    @Override
    public List<String> unused() {
        LiquibaseSettings settings = settings();
        return Files.exists(settings.changelog()) ? new LiquibaseFiles(Path.of(""), settings).unused() : List.of();
    }

    @Override
    public RevisionSource written() {
        LiquibaseSettings settings = settings();
        return new WrittenScripts(
                List.of(Objects.requireNonNull(
                        settings.changelog().toAbsolutePath().getParent())),
                settings.encoding());
    }

    /** Only Liquibase itself can tell which changesets its contexts, labels and preconditions select. */
    @Override
    public void requireHead(ForeignHistory history, DataSource database) {
        ToolBean bean = ToolBean.require(MigrationTool.LIQUIBASE, context.application());
        try (Connection connection = database.getConnection()) {
            Object liquibase = liquibase(bean, connection);
            List<String> pending = changesets(bean, liquibase, "listUnrunChangeSets");
            if (!pending.isEmpty()) {
                throw KeptTool.notAtHead(
                        "The database lacks " + pending.size() + " of Liquibase's changesets",
                        pending,
                        "Migrate it with Liquibase: start the application.");
            }
            List<String> unknown = changesets(bean, liquibase, "listUnexpectedChangeSets");
            if (!unknown.isEmpty()) {
                throw KeptTool.notAtHead(
                        "The database has changesets of Liquibase that are not in the project",
                        unknown,
                        "Check out the branch that has them, or use another database.");
            }
        } catch (SQLException failure) {
            throw new RetortException(
                    "Cannot read Liquibase's history: " + Secrets.maskLogin(String.valueOf(failure.getMessage())),
                    "Check that the database is running.",
                    Secrets.withoutSecrets(failure));
        }
    }

    private List<String> changesets(ToolBean bean, Object liquibase, String method) {
        Object contexts = created("liquibase.Contexts", bean.call(bean.object(), "getContexts"));
        Object labels = created("liquibase.LabelExpression", bean.call(bean.object(), "getLabelFilter"));
        Collection<?> found = (Collection<?>) bean.call(liquibase, method, contexts, labels);
        return found.stream().map(String::valueOf).toList();
    }

    private Object created(String className, Object text) {
        ClassLoader loader = context.application().getClassLoader();
        try {
            return ClassUtils.resolveClassName(className, loader)
                    .getConstructor(String.class)
                    .newInstance(String.valueOf(text));
        } catch (ReflectiveOperationException unknown) {
            throw new RetortException(
                    "This version of Liquibase has no " + className + ": " + unknown.getMessage(),
                    "Use the version that Spring Boot manages.",
                    unknown);
        }
    }

    private static Object liquibase(ToolBean bean, Connection connection) {
        Method method = Objects.requireNonNull(
                ReflectionUtils.findMethod(bean.object().getClass(), "createLiquibase", Connection.class));
        ReflectionUtils.makeAccessible(method);
        return Objects.requireNonNull(ReflectionUtils.invokeMethod(method, bean.object(), connection));
    }

    /** Liquibase refuses to run without changelogs, and reports a failure in its log, too. */
    @Override
    public void migrate(DataSource empty) {
        ToolBean bean = ToolBean.require(MigrationTool.LIQUIBASE, context.application());
        boolean none = new LiquibaseFiles(Path.of(""), settings()).isEmpty();
        if (none && (Files.exists(settings().changelog()) || !isOnClassPath())) {
            return;
        }
        LoggingSystem.get(Objects.requireNonNull(context.application().getClassLoader()))
                .setLogLevel("liquibase", LogLevel.OFF);
        bean.call(bean.object(), "setDataSource", empty);
        LiquibaseSuppressor.setShouldRun(bean.object(), true);
        bean.call(bean.object(), "afterPropertiesSet");
    }

    private String changelog() {
        return context.application()
                .getEnvironment()
                .getProperty("spring.liquibase.change-log", "classpath:" + LiquibaseSettings.CHANGELOG);
    }

    /** Whether the changelog is in a library, for example. */
    private boolean isOnClassPath() {
        return context.application().getResource(changelog()).exists();
    }

    private LiquibaseSettings settings() {
        Environment environment = context.application().getEnvironment();
        Path resources = Path.of(environment.getProperty("retort.resources", "src/main/resources"));
        String changelog = changelog();
        Path file = changelog.startsWith("file:")
                ? Path.of(changelog.substring("file:".length()))
                : resources.resolve(
                        changelog.replaceFirst("^classpath\\*?:", "").replaceFirst("^/+", ""));
        Optional<String> author = context.line().option("author");
        if (author.isPresent() && author.get().isBlank()) {
            throw CommandLine.usage("The author is blank.", Advice.of("Write ", Advice.option("author", "ann"), "."));
        }
        return new LiquibaseSettings(
                resources,
                file,
                author.or(() -> new Git(Path.of("")).userName()).orElse(System.getProperty("user.name", "retort")),
                author.isPresent(),
                StandardCharsets.UTF_8);
    }
}
