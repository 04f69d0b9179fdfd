package io.retort.boot.command;

import io.retort.diff.author.ToolFiles;
import io.retort.diff.author.tool.FlywayFiles;
import io.retort.diff.author.tool.FlywaySettings;
import io.retort.diff.author.tool.WrittenScripts;
import io.retort.error.Advice;
import io.retort.internal.adopt.ForeignHistory;
import io.retort.internal.adopt.MigrationTool;
import io.retort.source.RevisionSource;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.core.env.Environment;

/**
 * Flyway, with Spring Boot's properties.
 */
final class KeptFlyway implements KeptTool {

    private static final String VENDOR = "{vendor}";

    private final ToolContext context;

    /**
     * @param context the command's context
     */
    KeptFlyway(ToolContext context) {
        this.context = context;
    }

    @Override
    public MigrationTool tool() {
        return MigrationTool.FLYWAY;
    }

    @Override
    public ToolFiles files(@Nullable ForeignHistory history) {
        return files(history == null ? List.of() : history.names());
    }

    private FlywayFiles files(List<String> applied) {
        FlywaySettings settings = settings();
        if (settings.folders().isEmpty()) {
            throw CommandLine.usage(
                    "No location of Flyway is a folder of this project: " + String.join(", ", locations()) + ".",
                    Advice.of("Set spring.flyway.locations to a folder such as classpath:db/migration."));
        }
        return new FlywayFiles(Path.of(""), settings, applied);
    }

    @Override
    public List<String> unused() {
        return files(List.of()).unused();
    }

    @Override
    public RevisionSource written() {
        FlywaySettings settings = settings();
        return new WrittenScripts(settings.folders(), settings.encoding());
    }

    @Override
    public void requireHead(ForeignHistory history, DataSource database) {
        FlywayFiles files = files(List.of());
        List<String> pending = files.notIn(history.names(), !history.replaced().isEmpty());
        if (!pending.isEmpty()) {
            throw KeptTool.notAtHead(
                    "The database lacks " + pending.size() + " of Flyway's versions",
                    pending,
                    "Migrate it with Flyway: start the application.");
        }
        // A migration in Java has no checksum, and no script
        List<String> scripts = history.applied().stream()
                .filter(script -> !script.identity().endsWith(" -"))
                .map(ForeignHistory.Script::name)
                .toList();
        List<String> unknown = files.without(scripts);
        if (!unknown.isEmpty()) {
            throw KeptTool.notAtHead(
                    "The database has versions of Flyway whose scripts are not in the project",
                    unknown,
                    "Check out the branch that has them, or use another database.");
        }
    }

    @Override
    public void migrate(DataSource empty) {
        ToolBean bean = ToolBean.require(MigrationTool.FLYWAY, context.application());
        Object configuration = bean.call(bean.object(), "getConfiguration");
        Object fluent = bean.call(
                bean.object(),
                "configure",
                Objects.requireNonNull(context.application().getClassLoader()));
        fluent = bean.call(fluent, "configuration", configuration);
        fluent = bean.call(fluent, "dataSource", empty);
        bean.call(bean.call(fluent, "load"), "migrate");
    }

    private FlywaySettings settings() {
        Environment environment = context.application().getEnvironment();
        boolean placeholders = environment.getProperty("spring.flyway.placeholder-replacement", Boolean.class, true);
        return new FlywaySettings(
                folders(),
                environment.getProperty("spring.flyway.sql-migration-prefix", "V"),
                environment.getProperty("spring.flyway.undo-sql-migration-prefix", "U"),
                environment.getProperty("spring.flyway.sql-migration-separator", "__"),
                list("spring.flyway.sql-migration-suffixes", ".sql"),
                Charset.forName(environment.getProperty("spring.flyway.encoding", "UTF-8")),
                placeholders ? environment.getProperty("spring.flyway.placeholder-prefix", "${") : "",
                vendor().filter(DatabaseDriver.POSTGRESQL.getId()::equals).isPresent()
                        && environment.getProperty("spring.flyway.postgresql.transactional-lock", Boolean.class, true),
                environment.getProperty("spring.flyway.group", Boolean.class, false));
    }

    private List<String> locations() {
        return list("spring.flyway.locations", "classpath:db/migration");
    }

    private List<Path> folders() {
        Environment environment = context.application().getEnvironment();
        Path resources = Path.of(environment.getProperty("retort.resources", "src/main/resources"));
        return locations().stream()
                .map(location -> location.replace(VENDOR, vendor().orElse(VENDOR)))
                .filter(location -> !location.contains("*") && !location.contains("?") && !location.contains(VENDOR))
                .flatMap(location -> folder(location, resources).stream())
                .toList();
    }

    private static Optional<Path> folder(String location, Path resources) {
        if (location.startsWith("filesystem:")) {
            return Optional.of(Path.of(location.substring("filesystem:".length())));
        }
        String path = location.startsWith("classpath:") ? location.substring("classpath:".length()) : location;
        return path.contains(":") ? Optional.empty() : Optional.of(resources.resolve(path.replaceFirst("^/+", "")));
    }

    private Optional<String> vendor() {
        return context.unit()
                .database()
                .url()
                .map(DatabaseDriver::fromJdbcUrl)
                .filter(driver -> driver != DatabaseDriver.UNKNOWN)
                .map(DatabaseDriver::getId);
    }

    private List<String> list(String property, String usual) {
        return Binder.get(context.application().getEnvironment())
                .bind(property, Bindable.listOf(String.class))
                .orElse(List.of(usual));
    }
}
