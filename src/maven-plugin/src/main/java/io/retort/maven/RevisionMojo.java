package io.retort.maven;

import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Compares the entities with the database and writes the differences as the next revision. */
@Mojo(name = "revision", requiresDependencyResolution = ResolutionScope.TEST)
public class RevisionMojo extends AbstractAnsweringMojo {

    /** Creates the failure of a goal without a message. */
    static OptionsException noMessage() {
        return new OptionsException(
                "A revision needs a message.", "mvn migrate:revision -Dmessage=\"add email to customer\"");
    }

    /** Whether to compare with the history only, without connecting to a database. */
    @Parameter(property = "offline", defaultValue = "false")
    private boolean offline;

    /** The product if no database answers, with or without its version: {@code postgresql:17}. */
    @Parameter(property = "database")
    private @Nullable String database;

    /** Whether to write a revision without operations, to be completed by hand. */
    @Parameter(property = "empty", defaultValue = "false")
    private boolean empty;

    /** Whether to also write statements that restore what was changed in the database by hand. */
    @Parameter(property = "restoreDrift", defaultValue = "false")
    private boolean restoreDrift;

    /** The parent of the revision. Defaults to the only head; {@code base} starts a new root. */
    @Parameter(property = "head")
    private @Nullable String head;

    /** Whether the parent can be a revision that is not a head, which creates a branch. */
    @Parameter(property = "splice", defaultValue = "false")
    private boolean splice;

    /** Whether to compare with an empty database in which Flyway or Liquibase runs all migrations. */
    @Parameter(property = "scratch", defaultValue = "false")
    private boolean scratch;

    /** The author of new changesets of Liquibase. Defaults to that of the existing ones, or to the user name of git. */
    @Parameter(property = "author")
    private @Nullable String author;

    /**
     * A file with the sizes of the tables in production, as {@code migrate:sizes -Doutput} writes it. Decides which tables have
     * rows, so that their changes do not block the running application.
     */
    @Parameter(property = "sizes")
    private @Nullable String sizes;

    @Override
    protected void check() throws MojoFailureException {
        if (message == null || message.isBlank()) {
            throw noMessage();
        }
    }

    @Override
    protected boolean readsEntities() {
        return true;
    }

    @Override
    protected CommandArguments command() {
        return withAnswers(withFile(CommandArguments.of("revision")
                .flag("offline", offline)
                .option("database", database)
                .flag("empty", empty)
                .flag("restore-drift", restoreDrift)
                .option("head", head)
                .flag("splice", splice)
                .flag("scratch", scratch)
                .option("author", author)
                .option("sizes", sizes)));
    }
}
