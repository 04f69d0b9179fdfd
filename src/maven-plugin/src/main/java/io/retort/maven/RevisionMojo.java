package io.retort.maven;

import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Compares the entities with the database and writes the differences as the next revision. */
@Mojo(name = "revision", requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class RevisionMojo extends AbstractWritingMojo {

    /** Whether to compare with the history only, without connecting to a database. */
    @Parameter(property = "offline", defaultValue = "false")
    private boolean offline;

    /** The product if no database answers and no URL names it: {@code postgresql}. */
    @Parameter(property = "database")
    private @Nullable String database;

    /** Whether to write a revision without operations, to be completed by hand. */
    @Parameter(property = "empty", defaultValue = "false")
    private boolean empty;

    /** The parent of the revision. Defaults to the only head; {@code base} starts a new root. */
    @Parameter(property = "head")
    private @Nullable String head;

    /** Whether the parent can be a revision that is not a head, which creates a branch. */
    @Parameter(property = "splice", defaultValue = "false")
    private boolean splice;

    /** Whether to write operations that cannot be reverted. The downgrade of such a revision fails and explains why. */
    @Parameter(property = "irreversible", defaultValue = "false")
    private boolean irreversible;

    /** A file with answers to questions, one on each line, such as {@code rename=customer.mail:email}. */
    @Parameter(property = "answers")
    private @Nullable String answers;

    /**
     * Tables and columns that were renamed: {@code customer.mail:email}, {@code customer:client}. Separated by commas.
     */
    @Parameter(property = "rename")
    private @Nullable String rename;

    /** Tables and columns to drop with their data: {@code customer.fax}, {@code invoice}. Separated by commas. */
    @Parameter(property = "drop")
    private @Nullable String drop;

    /** Tables whose rows follow to the tables in which the entities are stored from now on. Separated by commas. */
    @Parameter(property = "move")
    private @Nullable String move;

    /** What to leave unchanged in the database: {@code customer.fax}. Separated by commas. */
    @Parameter(property = "keep")
    private @Nullable String keep;

    /**
     * Values for rows without one: {@code customer.tier=BASIC}, or an SQL expression,
     * {@code customer.tier=sql:upper(name)}. Separated by commas.
     */
    @Parameter(property = "fill")
    private @Nullable String fill;

    /** Columns to leave nullable for now: {@code customer.tier}. Separated by commas. */
    @Parameter(property = "nullable")
    private @Nullable String nullable;

    /** Columns whose values are truncated to the new size: {@code customer.name}. Separated by commas. */
    @Parameter(property = "cut")
    private @Nullable String cut;

    /** Replacements for enum constants that no longer exist: {@code customer.status:OLD=NEW}. Separated by commas. */
    @Parameter(property = "map")
    private @Nullable String map;

    /**
     * The time zone in which local times are converted to instants, or instants to local times: {@code event.at=UTC}.
     * Separated by commas.
     */
    @Parameter(property = "zone")
    private @Nullable String zone;

    /** SQL expressions that convert the values of a column: {@code item.code=hex(code)}. Separated by commas. */
    @Parameter(property = "using")
    private @Nullable String using;

    /** Changes to write although existing rows may violate them: {@code customer.email}. Separated by commas. */
    @Parameter(property = "accept")
    private @Nullable String accept;

    @Override
    protected void check() throws MojoFailureException {
        if (message == null || message.isBlank()) {
            throw new MojoFailureException(
                    "A revision needs a message: mvn migrate:revision -Dmessage=\"add email to customer\"");
        }
    }

    @Override
    protected CommandArguments command() {
        return withFile(CommandArguments.of("revision")
                .flag("offline", offline)
                .option("database", database)
                .flag("empty", empty)
                .option("head", head)
                .flag("splice", splice)
                .flag("irreversible", irreversible)
                .option("answers", answers)
                .option("rename", rename)
                .option("drop", drop)
                .option("move", move)
                .option("keep", keep)
                .option("fill", fill)
                .option("nullable", nullable)
                .option("cut", cut)
                .option("map", map)
                .option("zone", zone)
                .option("using", using)
                .option("accept", accept));
    }
}
