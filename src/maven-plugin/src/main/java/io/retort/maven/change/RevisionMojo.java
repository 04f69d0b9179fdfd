package io.retort.maven.change;

import io.retort.maven.CommandWords;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** Writes the next revision: what changed in the entities since the database was last upgraded. */
@Mojo(name = "revision", requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.PROCESS_CLASSES)
public class RevisionMojo extends AbstractWritingMojo {

    /** Writes a revision without operations, to be filled in by hand. */
    @Parameter(property = "empty", defaultValue = "false")
    private boolean empty;

    /** The revision to follow instead of the only head. */
    @Parameter(property = "head")
    private @Nullable String head;

    /** Allows a parent that is not a head. */
    @Parameter(property = "splice", defaultValue = "false")
    private boolean splice;

    /** Accepts operations that nothing undoes; the downgrade of such a revision fails and says why. */
    @Parameter(property = "irreversible", defaultValue = "false")
    private boolean irreversible;

    /** A file of answers to questions, one a line, such as {@code rename=customer.mail:email}. */
    @Parameter(property = "answers")
    private @Nullable String answers;

    /** What has another name now: {@code customer.mail:email}, {@code customer:client}; several with commas. */
    @Parameter(property = "rename")
    private @Nullable String rename;

    /** What goes with all that is in it: {@code customer.fax}, {@code invoice}; several with commas. */
    @Parameter(property = "drop")
    private @Nullable String drop;

    /** What stays in the database as it is for now; several with commas. */
    @Parameter(property = "keep")
    private @Nullable String keep;

    /** What rows without a value get: {@code customer.tier=BASIC}, {@code customer.tier=sql:upper(name)}; several with commas. */
    @Parameter(property = "fill")
    private @Nullable String fill;

    /** Columns that may be null for now; several with commas. */
    @Parameter(property = "nullable")
    private @Nullable String nullable;

    /** Columns whose values are cut to what fits; several with commas. */
    @Parameter(property = "cut")
    private @Nullable String cut;

    /** What rows get that hold an enum constant which is gone: {@code customer.status:OLD=NEW}; several with commas. */
    @Parameter(property = "map")
    private @Nullable String map;

    /** The time zone of local times that become moments, or the other way round: {@code event.at=UTC}; several with commas. */
    @Parameter(property = "zone")
    private @Nullable String zone;

    /** The SQL expression that converts the values of a column: {@code item.code=hex(code)}; several with commas. */
    @Parameter(property = "using")
    private @Nullable String using;

    /** What is written although rows stand against it; several with commas. */
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
    protected CommandWords command() {
        return withFile(CommandWords.of("revision")
                .flag("empty", empty)
                .option("head", head)
                .flag("splice", splice)
                .flag("irreversible", irreversible)
                .option("answers", answers)
                .option("rename", rename)
                .option("drop", drop)
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
