package io.retort.benchmarks.apply;

import java.nio.file.Path;
import java.util.Map;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.resource.DirectoryResourceAccessor;

/** Migrates as an application does on start with Liquibase. */
final class LiquibaseRun {

    private LiquibaseRun() {}

    static void run(String url, String user, Path folder) throws Exception {
        Map<String, Object> scope = Map.of(Scope.Attr.resourceAccessor.name(), new DirectoryResourceAccessor(folder));
        Scope.child(scope, () -> {
            new CommandScope(UpdateCommandStep.COMMAND_NAME)
                    .addArgumentValue(DbUrlConnectionArgumentsCommandStep.URL_ARG, url)
                    .addArgumentValue(DbUrlConnectionArgumentsCommandStep.USERNAME_ARG, user)
                    .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "all.yaml")
                    .execute();
        });
    }
}
