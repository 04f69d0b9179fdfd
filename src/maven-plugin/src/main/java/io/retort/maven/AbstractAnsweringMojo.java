package io.retort.maven;

import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** Base class of goals that write a revision file with the differences, and accept answers to the questions about them. */
public abstract class AbstractAnsweringMojo extends AbstractWritingMojo {

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

    /** Returns the command with the answers. */
    final CommandArguments withAnswers(CommandArguments words) {
        return words.flag("irreversible", irreversible)
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
                .option("accept", accept);
    }
}
