package io.retort.run;

import io.retort.internal.adopt.ForeignHistoryReader;
import io.retort.internal.adopt.MigrationTool;
import io.retort.internal.dialect.Dialects;
import io.retort.revision.AdoptionMark;
import io.retort.revision.AdoptionMark.Origin;
import io.retort.schema.QualifiedName;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.resource.DirectoryResourceAccessor;
import org.flywaydb.core.Flyway;

/** Creates databases as applications do that do not use Retort yet: with Flyway or Liquibase themselves, or by hand. */
final class OtherTool {

    private final Origin origin;
    private final Path folder;

    OtherTool(Origin origin, Path folder) {
        this.origin = origin;
        this.folder = folder;
    }

    /** Runs one migration for each list of statements that is not empty, those that have run before only once. */
    void migrate(TestDb db, List<List<String>> migrations) throws Exception {
        migrate(db, "app", migrations);
    }

    /** Runs the migrations of an application, whose name distinguishes its scripts. */
    void migrate(TestDb db, String application, List<List<String>> migrations) throws Exception {
        Path scripts = Files.createTempDirectory(folder, application);
        switch (origin) {
            case FLYWAY -> flyway(db, scripts, application, migrations);
            case LIQUIBASE -> liquibase(db, scripts, application, migrations);
            case SCHEMA -> {
                for (List<String> statements : migrations) {
                    db.execute(statements.toArray(String[]::new));
                }
            }
        }
    }

    private static void flyway(TestDb db, Path scripts, String application, List<List<String>> migrations)
            throws IOException {
        for (int i = 0; i < migrations.size(); i++) {
            if (!migrations.get(i).isEmpty()) {
                Files.writeString(
                        scripts.resolve("V" + (i + 1) + "__" + application + ".sql"),
                        String.join(";\n", migrations.get(i)) + ";\n");
            }
        }
        Flyway.configure()
                .dataSource(db.dataSource())
                .locations("filesystem:" + scripts)
                .outOfOrder(true)
                .load()
                .migrate();
    }

    private static void liquibase(TestDb db, Path scripts, String application, List<List<String>> migrations)
            throws Exception {
        StringBuilder file = new StringBuilder("--liquibase formatted sql\n");
        for (int i = 0; i < migrations.size(); i++) {
            if (!migrations.get(i).isEmpty()) {
                file.append("--changeset ann:step-").append(i + 1).append('\n');
                file.append(String.join(";\n", migrations.get(i))).append(";\n");
            }
        }
        Files.writeString(scripts.resolve(application + ".sql"), file);
        try (Connection connection = db.connect()) {
            Scope.child(
                    Map.of(Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(scripts)),
                    () -> new CommandScope(UpdateCommandStep.COMMAND_NAME)
                            .addArgumentValue(
                                    DbUrlConnectionArgumentsCommandStep.DATABASE_ARG,
                                    liquibase.database.DatabaseFactory.getInstance()
                                            .findCorrectDatabaseImplementation(
                                                    new liquibase.database.jvm.JdbcConnection(connection)))
                            .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, application + ".sql")
                            .execute());
        }
    }

    /** Returns the mark of a base that was written from a database. */
    AdoptionMark mark(TestDb db) throws SQLException {
        String mark = "schema";
        if (origin != Origin.SCHEMA) {
            MigrationTool tool = MigrationTool.valueOf(origin.name());
            try (Connection connection = db.connect()) {
                mark = new ForeignHistoryReader(connection, Dialects.of(connection))
                        .read(tool, new QualifiedName(null, tool.defaultTable()))
                        .orElseThrow()
                        .mark();
            }
        }
        return Objects.requireNonNull(AdoptionMark.parse(mark, "test"));
    }
}
