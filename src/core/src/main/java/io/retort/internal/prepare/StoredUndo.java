package io.retort.internal.prepare;

import io.retort.error.RetortException;
import io.retort.internal.declaration.OperationReader;
import io.retort.internal.text.EscapedText;
import io.retort.migration.Definitions;
import io.retort.migration.Operations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The downgrade of an applied revision as the history table stores it. An application that does not have the revision
 * can run it.
 *
 * @param product the product that the statements are for; empty without statements
 * @param transactional whether the downgrade runs in a transaction
 * @param losses what the downgrade loses
 * @param downgrade the operations of the downgrade, in order
 * @param upgrade the reverse of each operation of the upgrade, for an upgrade that stopped in the middle
 */
public record StoredUndo(
        String product,
        boolean transactional,
        DowngradeLosses losses,
        List<Reversal> downgrade,
        List<Reverse> upgrade) {

    private static final String VERSION = "1:";
    private static final String NONE = "none: ";

    public StoredUndo {
        downgrade = List.copyOf(downgrade);
        upgrade = List.copyOf(upgrade);
    }

    /**
     * An operation.
     *
     * @param droppedTables the tables that it drops
     * @param indexTable the table of an index that it drops; null if it drops no index
     * @param sources its statements, or the operation itself
     */
    public record Reversal(
            List<String> droppedTables, @Nullable String indexTable, List<Source> sources) {

        public Reversal {
            droppedTables = List.copyOf(droppedTables);
            sources = List.copyOf(sources);
        }

        /** Adds its operations. */
        public void addTo(Operations op) {
            sources.forEach(source -> source.addTo(op));
        }
    }

    /**
     * The reverse of an operation of the upgrade.
     *
     * @param statements the number of statements of the upgrade's operation
     * @param wholeWithItsFirst whether the reverse is also right after only the first statement
     * @param part the reverse; null if the operation has no reverse, or if it cannot be stored
     */
    public record Reverse(
            int statements,
            boolean wholeWithItsFirst,
            @Nullable Reversal part) {}

    /**
     * A statement, or an operation as Java text if its statements depend on the database.
     *
     * @param isJava whether the text is Java
     * @param expectedRows how many rows the statement must change; null for any number
     * @param text the text
     */
    public record Source(boolean isJava, @Nullable Integer expectedRows, String text) {

        void addTo(Operations op) {
            if (isJava) {
                OperationReader.calls(text, offset -> "The stored downgrade").accept(op);
            } else if (expectedRows == null) {
                op.execute(text);
            } else {
                op.execute(text, Definitions.expectRows(expectedRows));
            }
        }
    }

    /** Returns what the column contains if no downgrade is stored. */
    static String none(String reason) {
        return NONE + reason;
    }

    /** Returns why no downgrade is stored; empty if the column contains a downgrade or nothing. */
    public static Optional<String> reason(@Nullable String text) {
        return text != null && text.startsWith(NONE) ? Optional.of(text.substring(NONE.length())) : Optional.empty();
    }

    /** Adds the operations of the downgrade. */
    void addTo(Operations op) {
        downgrade.forEach(part -> part.addTo(op));
    }

    /**
     * Returns the parts that revert the first statements of the upgrade, last first.
     *
     * @param done the number of completed statements
     * @return no value if one of the completed operations has no reverse
     */
    public Optional<List<Reversal>> reverting(int done) {
        List<Reversal> reverting = new ArrayList<>();
        List<Reversal> onlyReversed = new ArrayList<>();
        int before = 0;
        for (Reverse reverse : upgrade) {
            if (reverse.statements() == 0 && reverse.part() != null) {
                onlyReversed.add(0, reverse.part());
            }
            int completed = Math.min(done - before, reverse.statements());
            before += reverse.statements();
            if (completed <= 0) {
                continue;
            }
            boolean isComplete = completed == reverse.statements() || reverse.wholeWithItsFirst();
            if (!isComplete || reverse.part() == null) {
                return Optional.empty();
            }
            reverting.addAll(0, onlyReversed);
            onlyReversed.clear();
            reverting.add(0, reverse.part());
        }
        return done > before ? Optional.empty() : Optional.of(withoutIndexesOfDroppedTables(reverting));
    }

    private static List<Reversal> withoutIndexesOfDroppedTables(List<Reversal> parts) {
        List<String> dropped = new ArrayList<>();
        parts.forEach(part -> dropped.addAll(part.droppedTables()));
        return parts.stream()
                .filter(part -> part.indexTable() == null || !dropped.contains(part.indexTable()))
                .toList();
    }

    /** Returns the text for the column. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("p" + product);
        lines.add("m" + transactional);
        LossesText.add(losses, lines);
        downgrade.forEach(part -> lines(part, lines));
        for (Reverse reverse : upgrade) {
            lines.add("u" + reverse.statements() + " " + reverse.wholeWithItsFirst() + " " + (reverse.part() != null));
            if (reverse.part() != null) {
                lines(reverse.part(), lines);
            }
        }
        return VERSION + PackedText.pack(String.join("\n", lines));
    }

    private static void lines(Reversal part, List<String> lines) {
        lines.add("o");
        part.droppedTables().forEach(table -> lines.add("d" + EscapedText.of(table)));
        if (part.indexTable() != null) {
            lines.add("x" + EscapedText.of(part.indexTable()));
        }
        for (Source source : part.sources()) {
            Integer expected = source.expectedRows();
            lines.add((source.isJava() ? "j" : "s") + (expected == null ? "" : expected) + " "
                    + EscapedText.of(source.text()));
        }
    }

    /**
     * Parses the column.
     *
     * @param text the text; null for no value
     * @return no value if no downgrade is stored
     * @throws RetortException if the text is not a value that Retort wrote
     */
    public static Optional<StoredUndo> read(@Nullable String text) {
        if (text == null || !text.startsWith(VERSION)) {
            return Optional.empty();
        }
        try {
            String lines = PackedText.unpack(text.substring(VERSION.length()));
            return Optional.of(new Reader(Arrays.asList(lines.split("\n", -1))).read());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new RetortException(
                    "The column undo of the history table contains a value that Retort did not write.",
                    "Set it to null. Retort then cannot revert the revision without its file.",
                    e);
        }
    }

    /** Reads the lines. */
    private static final class Reader {

        private final List<String> lines;
        private int next;

        Reader(List<String> lines) {
            this.lines = lines;
        }

        StoredUndo read() {
            String product = take('p');
            boolean transactional = Boolean.parseBoolean(take('m'));
            DowngradeLosses losses = losses();
            List<Reversal> downgrade = new ArrayList<>();
            while (is('o')) {
                downgrade.add(part());
            }
            List<Reverse> upgrade = new ArrayList<>();
            while (is('u')) {
                String[] words = take('u').split(" ");
                Reversal part = Boolean.parseBoolean(words[2]) ? part() : null;
                upgrade.add(new Reverse(Integer.parseInt(words[0]), Boolean.parseBoolean(words[1]), part));
            }
            if (next != lines.size()) {
                throw new IllegalArgumentException("line " + next);
            }
            return new StoredUndo(product, transactional, losses, downgrade, upgrade);
        }

        private DowngradeLosses losses() {
            List<LostData> lost = new ArrayList<>();
            while (is('l')) {
                lost.add(LossesText.lost(take('l')));
            }
            List<FormerNames.Change> changes = new ArrayList<>();
            while (is('c')) {
                changes.add(LossesText.change(take('c')));
            }
            return new DowngradeLosses(lost, changes);
        }

        private Reversal part() {
            take('o');
            List<String> dropped = new ArrayList<>();
            while (is('d')) {
                dropped.add(EscapedText.plain(take('d')));
            }
            String indexTable = is('x') ? EscapedText.plain(take('x')) : null;
            List<Source> sources = new ArrayList<>();
            while (is('s') || is('j')) {
                boolean isJava = is('j');
                String line = lines.get(next++);
                int space = line.indexOf(' ');
                String expected = line.substring(1, space);
                sources.add(new Source(
                        isJava,
                        expected.isEmpty() ? null : Integer.valueOf(expected),
                        EscapedText.plain(line.substring(space + 1))));
            }
            return new Reversal(dropped, indexTable, sources);
        }

        private boolean is(char tag) {
            return next < lines.size() && lines.get(next).indexOf(tag) == 0;
        }

        private String take(char tag) {
            if (!is(tag)) {
                throw new IllegalArgumentException("line " + next);
            }
            return lines.get(next++).substring(1);
        }
    }
}
