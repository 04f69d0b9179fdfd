package io.retort.diff.faithful.sandbox;

import io.retort.Retort;
import io.retort.dialect.Dialect;
import io.retort.diff.TableFilter;
import io.retort.diff.ToolComparison;
import io.retort.diff.author.Difference;
import io.retort.diff.author.Format;
import io.retort.diff.author.RevisionRequest;
import io.retort.diff.author.StatementTexts;
import io.retort.diff.author.ToolAuthoring;
import io.retort.diff.author.ToolFiles;
import io.retort.diff.author.ToolFilesResult;
import io.retort.diff.author.tool.FlywayFiles;
import io.retort.diff.author.tool.FlywaySettings;
import io.retort.diff.author.tool.LiquibaseFiles;
import io.retort.diff.author.tool.LiquibaseSettings;
import io.retort.diff.author.tool.WrittenScripts;
import io.retort.diff.metadata.CapturedMetadata;
import io.retort.diff.progress.ComparisonProgress;
import io.retort.diff.question.Answers;
import io.retort.internal.dialect.Dialects;
import io.retort.lint.DatabaseSizes;
import io.retort.operation.Operation;
import io.retort.schema.QualifiedName;
import io.retort.testkit.TestDb;
import io.retort.testkit.dump.SchemaDump;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.MetadataImplementor;

/** A project whose scripts Flyway or Liquibase itself runs. */
public final class ToolProject {

    /** The tools. */
    public enum Tool {
        FLYWAY,
        LIQUIBASE
    }

    private static final String UNDONE = "undone_scripts";

    private final Tool tool;
    private final TestDb db;
    private final Path folder;
    private final DataSource connections;
    private final Retort retort;
    private final Map<Metadata, CapturedMetadata> captured = new IdentityHashMap<>();
    private FlywaySettings settings;
    private Supplier<DatabaseSizes> sizes;

    public ToolProject(Tool tool, TestDb db, Path folder) {
        this.tool = tool;
        this.db = db;
        this.folder = folder;
        this.connections = KeptOpen.on(db);
        this.settings = FlywaySettings.in(scripts());
        this.retort = Retort.on(connections, List.of(List::of));
        this.sizes = retort::sizes;
    }

    /** Runs statements as an application does. */
    public void execute(List<String> statements) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The folder of the scripts. */
    public Path scripts() {
        return folder.resolve(tool == Tool.FLYWAY ? "db/migration" : "db/changelog");
    }

    /** Adds a script that people wrote. */
    public void byHand(String name, String text) {
        try {
            Files.createDirectories(scripts());
            Files.writeString(scripts().resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Difference compare(Metadata metadata) {
        return comparison(metadata).get();
    }

    /** Compares with answers that were given in advance, and with tables that other tools own. */
    public Difference compare(Metadata metadata, Answers answers, List<QualifiedName> histories) {
        return comparison(metadata).leaving(histories).asking(answers).get();
    }

    /** Compares, and reports how far it is. */
    public Difference compare(Metadata metadata, ComparisonProgress progress) {
        return comparison(metadata).reporting(progress).get();
    }

    private ToolComparison comparison(Metadata metadata) {
        return new ToolComparison(
                connections,
                captured.computeIfAbsent(
                        metadata, bound -> new CapturedMetadata("default", (MetadataImplementor) bound, null)),
                new WrittenScripts(List.of(scripts()), StandardCharsets.UTF_8),
                TableFilter.NONE);
    }

    /** Writes the next migration, as a user edits its operations. */
    public ToolFilesResult write(Metadata metadata, String message, UnaryOperator<List<Operation>> edit) {
        return authoring(metadata, edit)
                .revision(new RevisionRequest(message, Format.SQL, false, null, false, null, List.of(), null, true));
    }

    private ToolAuthoring authoring(Metadata metadata, UnaryOperator<List<Operation>> edit) {
        return new ToolAuthoring(
                files(),
                this::dialect,
                () -> comparison(metadata).get().rewritten(edit),
                (operations, difference) -> retort.concurrently(operations, sizes.get()),
                StatementTexts.on(connections));
    }

    /** As the product is connected, because the meaning of a text can depend on the session. */
    private Dialect dialect() {
        try (Connection connection = connections.getConnection()) {
            return Dialects.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every table counts as large, also those without rows. */
    public ToolProject withLargeTables() {
        sizes = () -> DatabaseSizes.unknown(db.database().product());
        return this;
    }

    /** Flyway runs with other settings. */
    public ToolProject with(UnaryOperator<FlywaySettings> change) {
        settings = change.apply(settings);
        return this;
    }

    private ToolFiles files() {
        return tool == Tool.FLYWAY ? new FlywayFiles(folder, settings, List.of()) : liquibaseFiles();
    }

    private LiquibaseFiles liquibaseFiles() {
        return new LiquibaseFiles(folder, LiquibaseSettings.of(folder, "db/changelog/db.changelog-master.yaml", "ann"));
    }

    /** Runs the tool. */
    public void migrate() throws Exception {
        if (tool == Tool.FLYWAY) {
            flyway(scripts()).load().migrate();
        } else {
            liquibase(liquibase -> liquibase.update(""));
        }
    }

    /** Runs the tool in a database that has tables. */
    public void baseline() throws Exception {
        if (tool == Tool.FLYWAY) {
            flyway(scripts())
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } else {
            migrate();
        }
    }

    /** What Retort wrote and the tool does not run. */
    public List<String> unused() {
        return files().unused();
    }

    /** Whether Liquibase has nothing to run. */
    public boolean isEmpty() {
        return liquibaseFiles().isEmpty();
    }

    /** Reverts what the tool ran after there were only so many migrations. */
    public void undo(int migrations) throws Exception {
        int all = applied();
        if (tool == Tool.LIQUIBASE) {
            liquibase(liquibase -> liquibase.rollback(all - migrations, ""));
            return;
        }
        List<Path> scripts = new ArrayList<>(list(scripts()).stream()
                .filter(file -> file.getFileName().toString().matches("U\\d+__.*\\.sql"))
                .filter(file -> version(file) > migrations && version(file) <= all)
                .sorted(Comparator.comparing(ToolProject::version).reversed())
                .toList());
        for (Path script : scripts) {
            undo(script);
        }
        db.execute("delete from " + history() + " where cast(" + quoted("version") + " as decimal(9)) > " + migrations);
    }

    /** Flyway's own undo needs a licence, so the script runs as one with a version, with a history of its own. */
    private void undo(Path script) throws IOException, SQLException {
        Path alone = Files.createTempDirectory(folder, "undo");
        Files.copy(script, alone.resolve(script.getFileName()));
        Path configuration = script.resolveSibling(script.getFileName() + ".conf");
        if (Files.exists(configuration)) {
            Files.copy(configuration, alone.resolve(configuration.getFileName()));
        }
        flyway(alone)
                .sqlMigrationPrefix("U")
                .table(UNDONE)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        db.execute("drop table " + quoted(UNDONE));
    }

    private static int version(Path script) {
        return Integer.parseInt(script.getFileName().toString().replaceAll("U(\\d+)__.*", "$1"));
    }

    private FluentConfiguration flyway(Path location) {
        return Flyway.configure()
                .dataSource(connections)
                .configuration(Map.of("flyway.postgresql.transactional.lock", "false"))
                .locations("filesystem:" + location);
    }

    /** Returns how many migrations the tool has applied. */
    public int applied() throws SQLException {
        String count = tool == Tool.FLYWAY
                ? "select count(*) from " + history() + " where " + quoted("version") + " is not null"
                : "select count(*) from DATABASECHANGELOG";
        return Integer.parseInt(db.query(count).get(0));
    }

    private String history() {
        return quoted("flyway_schema_history");
    }

    private String quoted(String name) {
        return db.database().product().equals("mariadb") ? "`" + name + "`" : '"' + name + '"';
    }

    private interface Work {
        void run(Liquibase liquibase) throws Exception;
    }

    private void liquibase(Work work) throws Exception {
        try (Connection connection = connections.getConnection()) {
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            try (Liquibase liquibase = new Liquibase(
                    "db/changelog/db.changelog-master.yaml", new DirectoryResourceAccessor(folder), database)) {
                work.run(liquibase);
            }
        }
    }

    /** What the product's own tools print, without the tables of the migration tools and without rows. */
    public List<String> schema() throws SQLException {
        return SchemaDump.of(db).without("flyway_").without("databasechangelog").withoutPlaces().lines().stream()
                .filter(line -> !line.startsWith("row "))
                .map(line -> line.startsWith("constraint ")
                        ? line.replaceAll("::(character varying|text)(\\[])?", "")
                                .replaceAll("[()]", "")
                        : line)
                .map(line -> line.replaceAll(" AUTO_INCREMENT=\\d+", ""))
                .map(line -> line.replaceAll(" ?(last|RESTART WITH) ?(\\d+|-) ?", ""))
                .toList();
    }

    /** The scripts, for messages. */
    public String texts() throws IOException {
        StringBuilder texts = new StringBuilder();
        for (Path file : list(scripts())) {
            texts.append("== ").append(file.getFileName()).append('\n').append(Files.readString(file));
        }
        return texts.toString();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
