package io.retort.internal.prepare;

import io.retort.internal.prepare.FormerNames.Change;
import io.retort.internal.sql.RowSelection;
import io.retort.internal.text.EscapedText;
import io.retort.run.PreparedStep.LossKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Losses as lines of a stored downgrade, with tabs between their parts. */
final class LossesText {

    private LossesText() {}

    static void add(DowngradeLosses losses, List<String> lines) {
        losses.lost().forEach(lost -> lines.add("l" + line(lost)));
        losses.changes()
                .forEach(change -> lines.add("c"
                        + line(List.of(
                                change.kind().name(),
                                change.table(),
                                optional(change.column()),
                                optional(change.after())))));
    }

    private static String line(LostData lost) {
        List<String> parts = new ArrayList<>(List.of(
                lost.kind().name(),
                optional(lost.table()),
                optional(lost.column()),
                optional(lost.statement()),
                String.valueOf(lost.selection().known())));
        parts.addAll(lost.selection().conditions());
        return line(parts);
    }

    private static String line(List<String> parts) {
        return parts.stream().map(EscapedText::of).collect(Collectors.joining("\t"));
    }

    private static String optional(@Nullable String text) {
        return text == null ? "" : text;
    }

    /**
     * Parses a line.
     *
     * @throws IllegalArgumentException if the line is not a loss
     * @throws IndexOutOfBoundsException if a part is missing
     */
    static LostData lost(String line) {
        List<String> parts = parts(line);
        return new LostData(
                LossKind.valueOf(parts.get(0)),
                nullable(parts.get(1)),
                nullable(parts.get(2)),
                new RowSelection(Boolean.parseBoolean(parts.get(4)), parts.subList(5, parts.size())),
                nullable(parts.get(3)));
    }

    /**
     * Parses a line.
     *
     * @throws IllegalArgumentException if the line is not a change
     * @throws IndexOutOfBoundsException if a part is missing
     */
    static Change change(String line) {
        List<String> parts = parts(line);
        return new Change(
                Change.Kind.valueOf(parts.get(0)), parts.get(1), nullable(parts.get(2)), nullable(parts.get(3)));
    }

    private static List<String> parts(String line) {
        return Arrays.stream(line.split("\t", -1)).map(EscapedText::plain).toList();
    }

    private static @Nullable String nullable(String text) {
        return text.isEmpty() ? null : text;
    }
}
