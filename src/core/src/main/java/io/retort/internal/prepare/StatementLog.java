package io.retort.internal.prepare;

import io.retort.error.RetortException;
import io.retort.internal.checksum.Crc64;
import io.retort.internal.database.Secrets;
import io.retort.internal.sql.SqlNormalizer;
import io.retort.internal.sql.SqlSecrets;
import io.retort.internal.text.PrintableText;
import io.retort.operation.Statement;
import io.retort.run.PreparedStep;
import io.retort.run.PreparedStep.StatementPosition;
import io.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a step as stored in the history table, so that later edits can be shown. Each statement is on one
 * line, without comments and passwords; a long one is truncated, with a hash.
 *
 * @param up the statements of the upgrade
 * @param down the statements of a downgrade that has started; empty if no downgrade has started
 * @param revertedStatements the number of completed statements of the upgrade when the downgrade started; 0 for all
 */
public record StatementLog(List<String> up, List<String> down, int revertedStatements) {

    /** No recorded statements. */
    public static final StatementLog NONE = new StatementLog(List.of(), List.of(), 0);

    private static final int SHOWN = 2000;

    /** How much of a long statement a report reads, and how much of that it shows. */
    private static final int READ = 4000;

    private static final int REPORTED = 1000;
    private static final String VERSION = "1:";
    private static final Pattern DOWN = Pattern.compile("\\n--down (\\d+)\\n");

    public StatementLog {
        up = List.copyOf(up);
        down = List.copyOf(down);
    }

    /** Returns the recording of an upgrade. */
    public static StatementLog of(PreparedStep step) {
        return NONE.with(step);
    }

    /** Returns a copy with the upgrade or downgrade of a step. */
    public StatementLog with(PreparedStep step) {
        List<String> prepared = new ArrayList<>();
        for (StatementPosition place : step.places()) {
            prepared.add(line(place.statement(), place.operation().syntax()));
        }
        return step.isUpgrade()
                ? new StatementLog(prepared, List.of(), 0)
                : new StatementLog(up, prepared, step.partialStatements());
    }

    /** Returns a copy without a downgrade. */
    public StatementLog withoutDown() {
        return new StatementLog(up, List.of(), 0);
    }

    /** Returns the statements of a direction. */
    public List<String> of(boolean upgrade) {
        return upgrade ? up : down;
    }

    /** Returns a statement as it is recorded. */
    public static String line(Statement statement, SqlSyntax syntax) {
        return statement.accept(new RecordedLine(syntax));
    }

    private record RecordedLine(SqlSyntax syntax) implements Statement.Visitor<String, RuntimeException> {

        @Override
        public String sql(Statement.Sql sql) {
            return line(sql.text(), syntax);
        }

        @Override
        public String backfill(Statement.Backfill backfill) {
            return line(backfill.text(), syntax);
        }

        @Override
        public String work(Statement.Work work) {
            return "work \"" + work.name().replaceAll("\\s+", " ") + "\"";
        }
    }

    private static String line(String text, SqlSyntax syntax) {
        String masked = SqlSecrets.mask(text, syntax, Secrets::mask);
        String plain = SqlNormalizer.plain(masked, syntax)
                .replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "");
        return plain.length() <= SHOWN
                ? plain
                : plain.substring(0, SHOWN) + " ... #"
                        + Crc64.of(SqlNormalizer.canonical(masked, syntax)).hex();
    }

    /** Returns a statement for a report; a long one is truncated, with its length. */
    public static String shown(Statement statement, SqlSyntax syntax) {
        if (!(statement instanceof Statement.Sql sql) || sql.text().length() <= READ) {
            return PrintableText.shortened(line(statement, syntax), REPORTED);
        }
        String beginning = line(new Statement.Sql(sql.text().substring(0, READ)), syntax);
        return beginning.substring(0, Math.min(REPORTED, beginning.length())) + " ... ("
                + sql.text().length() + " characters)";
    }

    /** Returns whether two recorded statements are equivalent. */
    public static boolean same(String one, String other, SqlSyntax syntax) {
        return one.equals(other) || canonical(one, syntax).equals(canonical(other, syntax));
    }

    private static String canonical(String line, SqlSyntax syntax) {
        StringBuilder text = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            boolean escape = sign == '\\' && i + 1 < line.length();
            char next = escape ? line.charAt(++i) : sign;
            text.append(escape && next == 'n' ? '\n' : next);
        }
        return SqlNormalizer.canonical(text.toString(), syntax);
    }

    /** Returns the recording as the history table stores it. */
    public String text() {
        String lines = String.join("\n", up)
                + (down.isEmpty() ? "" : "\n--down " + revertedStatements + "\n" + String.join("\n", down));
        return VERSION + PackedText.pack(lines);
    }

    /**
     * Parses the result of {@link #text}.
     *
     * @param text the text; null if nothing was recorded
     * @throws RetortException if Retort has not written it
     */
    public static StatementLog read(@Nullable String text) {
        if (text == null || !text.startsWith(VERSION)) {
            return NONE;
        }
        try {
            String lines = PackedText.unpack(text.substring(VERSION.length()));
            Matcher cut = DOWN.matcher(lines);
            return cut.find()
                    ? new StatementLog(
                            lines(lines.substring(0, cut.start())),
                            lines(lines.substring(cut.end())),
                            Integer.parseInt(cut.group(1)))
                    : new StatementLog(lines(lines), List.of(), 0);
        } catch (IllegalArgumentException e) {
            throw new RetortException(
                    "The column recorded of the history table contains a value that Retort did not write.",
                    "Set it to null. Retort then cannot show the difference of an edited revision.",
                    e);
        }
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split("\n", -1));
    }
}
