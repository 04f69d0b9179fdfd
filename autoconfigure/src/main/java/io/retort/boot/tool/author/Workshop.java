package io.retort.boot.tool.author;

import io.retort.Retort;
import io.retort.boot.autoconfigure.RetortDatabase;
import io.retort.boot.autoconfigure.RetortProperties;
import io.retort.boot.tool.command.ToolContext;
import io.retort.dialect.Dialect;
import io.retort.dialect.Dialects;
import io.retort.diff.EntityComparison;
import io.retort.diff.author.Authoring;
import io.retort.diff.author.Difference;
import io.retort.diff.author.file.SourceTree;
import io.retort.diff.model.CapturedMetadata;
import io.retort.error.RetortException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * Where revisions are written: the application's authoring, with its database, its entities and its source tree.
 *
 * @param context the command's
 */
record Workshop(ToolContext context) {

    Authoring authoring() {
        Retort retort = context.retort();
        return new Authoring(retort, tree(), this::dialect, () -> difference(retort));
    }

    private SourceTree tree() {
        SourceTree usual = SourceTree.of(Path.of(""));
        return new SourceTree(
                usual.projectFolder(),
                folder("retort.sources", usual.javaFolder()),
                folder("retort.resources", usual.resourcesFolder()),
                revisionPackage());
    }

    private Path folder(String property, Path usual) {
        String folder = context.application().getEnvironment().getProperty(property);
        return folder == null ? usual : Path.of(folder);
    }

    /** The first location that is a package; locations with a prefix are folders. */
    private String revisionPackage() {
        return context.application().getBean(RetortProperties.class).getLocations().stream()
                .filter(location -> !location.contains(":"))
                .findFirst()
                .orElse(SourceTree.REVISION_PACKAGE);
    }

    private Dialect dialect() {
        try (Connection connection = dataSource().getConnection()) {
            return Dialects.of(connection);
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot connect to the database: " + e.getMessage(), "Check spring.datasource.url.", e);
        }
    }

    private Difference difference(Retort retort) {
        if (context.models().isEmpty()) {
            return new Difference(List.of(), List.of(), List.of(), false);
        }
        return new EntityComparison(dataSource(), unit(), retort).get();
    }

    private DataSource dataSource() {
        return context.application().getBean(RetortDatabase.class).dataSource();
    }

    /** The persistence unit of Retort's database; the only one, where units do not say which database is theirs. */
    private CapturedMetadata unit() {
        List<CapturedMetadata> units = context.models();
        if (units.size() == 1) {
            return units.get(0);
        }
        List<CapturedMetadata> ours =
                units.stream().filter(unit -> unit.dataSource() == dataSource()).toList();
        if (ours.size() != 1) {
            throw new RetortException(
                    "The application has several persistence units ("
                            + units.stream().map(CapturedMetadata::unit).collect(Collectors.joining(", "))
                            + "), and " + ours.size() + " of them use the data source that Retort upgrades.",
                    "Mark the data source of the unit that Retort is to look after with @RetortDataSource.");
        }
        return ours.get(0);
    }
}
