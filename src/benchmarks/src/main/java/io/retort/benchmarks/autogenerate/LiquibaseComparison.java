package io.retort.benchmarks.autogenerate;

import java.util.Map;
import liquibase.Scope;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.DiffResult;
import liquibase.diff.compare.CompareControl;
import liquibase.resource.ClassLoaderResourceAccessor;

/** Compares with liquibase-hibernate, which binds the entities itself within the measurement. */
final class LiquibaseComparison implements AutogenerateContender {

    @Override
    public int compare(CountingSource source) throws Exception {
        Scope.ScopedRunnerWithReturn<Integer> comparison = () -> differences(new JdbcConnection(source.connect()));
        return Scope.child(Map.of(Scope.Attr.resourceAccessor.name(), new ClassLoaderResourceAccessor()), comparison);
    }

    private static int differences(JdbcConnection connection) throws Exception {
        DatabaseFactory databases = DatabaseFactory.getInstance();
        Database live = databases.findCorrectDatabaseImplementation(connection);
        Database model = databases.openDatabase(
                "hibernate:ejb3:" + Models.UNIT, null, null, null, new ClassLoaderResourceAccessor());
        DiffResult found = DiffGeneratorFactory.getInstance().compare(model, live, CompareControl.STANDARD);
        return found.getMissingObjects().size()
                + found.getUnexpectedObjects().size()
                + found.getChangedObjects().size();
    }
}
