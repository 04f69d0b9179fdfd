package io.retort.boot.tool.author;

import io.retort.Retort;
import io.retort.boot.autoconfigure.RetortDatabase;
import io.retort.boot.autoconfigure.RetortProperties;
import io.retort.boot.autoconfigure.RevisionProperties;
import io.retort.boot.tool.command.ToolContext;
import io.retort.dialect.Dialect;
import io.retort.dialect.Dialects;
import io.retort.diff.EntityComparison;
import io.retort.diff.TableFilter;
import io.retort.diff.author.Authoring;
import io.retort.diff.author.Difference;
import io.retort.diff.author.convention.Conventions;
import io.retort.diff.author.convention.FilePattern;
import io.retort.diff.author.convention.Hook;
import io.retort.diff.author.file.Format;
import io.retort.diff.author.file.SourceTree;
import io.retort.diff.model.CapturedMetadata;
import io.retort.diff.question.Answers;
import io.retort.error.RetortException;
import io.retort.migration.RevisionRewriter;
import io.retort.operation.Operation;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where revisions are written: the application's authoring, with its database, its entities and its source tree.
 *
 * @param context the command's
 */
record Workshop(ToolContext context) {

    /** Authoring that writes nothing and asks nothing. */
    Authoring authoring() {
        return authoring(SourceTree.of(Path.of("")), null);
    }

    /** Authoring that writes into this tree, and asks these; null for nobody. */
    Authoring authoring(SourceTree tree, @Nullable Answers answers) {
        Retort retort = context.retort();
        return new Authoring(retort, tree, this::dialect, () -> difference(retort, answers));
    }

    /** Where the command line wants the new file, and in what. */
    Site site() {
        RetortProperties properties = context.application().getBean(RetortProperties.class);
        Path java = folder("retort.sources", "src/main/java");
        Path resources = folder("retort.resources", "src/main/resources");
        Locations locations = new Locations(properties.getLocations(), java, resources);
        Optional<Format> format = context.line().option("format").map(Format::named);
        String location = locations.choose(context.line().option("path"), format);
        Path folder = locations.folder(location);
        return new Site(
                Locations.formatOf(location),
                new SourceTree(Path.of(""), java, location, folder, conventions(properties.getRevision())));
    }

    private static Conventions conventions(RevisionProperties properties) {
        return new Conventions(
                new FilePattern(properties.getFilePattern(), properties.getSlugLength()),
                properties.getIdLength(),
                properties.getTimeZone(),
                properties.getHooks().stream().map(Hook::new).toList());
    }

    private Path folder(String property, String usual) {
        return Path.of(context.application().getEnvironment().getProperty(property, usual));
    }

    private Dialect dialect() {
        try (Connection connection = dataSource().getConnection()) {
            return Dialects.of(connection);
        } catch (SQLException e) {
            throw new RetortException(
                    "Cannot connect to the database: " + e.getMessage(), "Check spring.datasource.url.", e);
        }
    }

    private Difference difference(Retort retort, @Nullable Answers answers) {
        if (context.models().isEmpty()) {
            return new Difference(List.of(), List.of(), List.of(), false);
        }
        RetortProperties properties = context.application().getBean(RetortProperties.class);
        TableFilter filter = new TableFilter(properties.getInclude(), properties.getExclude());
        return new EntityComparison(dataSource(), unit(), retort, filter, answers)
                .get()
                .rewritten(this::rewritten);
    }

    /** What the application's own rewriters make of the operations, one after the other. */
    private List<Operation> rewritten(List<Operation> found) {
        List<Operation> operations = found;
        for (RevisionRewriter rewriter : context.application()
                .getBeanProvider(RevisionRewriter.class)
                .orderedStream()
                .toList()) {
            operations = rewriter.rewrite(operations);
        }
        return operations;
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
