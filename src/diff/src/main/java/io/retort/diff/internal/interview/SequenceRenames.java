package io.retort.diff.internal.interview;

import io.retort.dialect.Dialect;
import io.retort.operation.DataOperation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Renames the sequence of a renamed table, such as {@code customer_seq}, or the table that replaces the sequence. A new
 * sequence would issue numbers that are already in use.
 *
 * @param renaming collects the operations
 * @param dialect the dialect of the database
 */
record SequenceRenames(AcceptedRenames renaming, Dialect dialect) {

    private static final String SUFFIX = "_seq";

    void follow(QualifiedName before, QualifiedName after) {
        sequence(before, after);
        List<QualifiedName> gone = tables(renaming.live().tables());
        List<QualifiedName> fresh = tables(renaming.wanted().tables());
        Optional<QualifiedName> old = called(gone, before, name -> !fresh.contains(name));
        Optional<QualifiedName> now = called(fresh, after, name -> !gone.contains(name));
        if (old.isPresent() && now.isPresent()) {
            renaming.note(new TableOperation.Rename(old.get(), now.get()));
        }
    }

    private void sequence(QualifiedName before, QualifiedName after) {
        List<QualifiedName> gone = sequences(renaming.live().sequences());
        List<QualifiedName> fresh = sequences(renaming.wanted().sequences());
        Optional<QualifiedName> old = called(gone, before, name -> !fresh.contains(name));
        Optional<QualifiedName> now = called(fresh, after, name -> !gone.contains(name));
        if (old.isPresent() && now.isPresent()) {
            rename(old.get(), now.get());
        }
    }

    /** Returns the sequences of renamed tables whose new names other sequences may still have, with these names. */
    Map<QualifiedName, QualifiedName> following(Map<QualifiedName, QualifiedName> tables) {
        return following(
                tables,
                sequences(renaming.live().sequences()),
                sequences(renaming.wanted().sequences()));
    }

    /** Returns the tables that replace the sequences of renamed tables, with their new names. */
    Map<QualifiedName, QualifiedName> tablesFollowing(Map<QualifiedName, QualifiedName> tables) {
        return following(
                tables,
                tables(renaming.live().tables()),
                tables(renaming.wanted().tables()));
    }

    /** A new name that is taken is given only if its present owner follows a table as well. */
    private static Map<QualifiedName, QualifiedName> following(
            Map<QualifiedName, QualifiedName> tables, List<QualifiedName> live, List<QualifiedName> wanted) {
        Map<QualifiedName, QualifiedName> renames = new LinkedHashMap<>();
        tables.forEach((before, after) -> called(live, before, name -> true)
                .ifPresent(old -> called(wanted, after, name -> true).ifPresent(now -> renames.put(old, now))));
        while (renames.entrySet()
                .removeIf(rename -> live.contains(rename.getValue()) && !renames.containsKey(rename.getValue()))) {
            // A removed rename can keep the name of another one taken.
        }
        return renames;
    }

    void rename(QualifiedName before, QualifiedName after) {
        Optional<String> upgrade = dialect.continueSequence(after, before);
        Optional<String> downgrade = dialect.continueSequence(before, after);
        if (upgrade.isEmpty() || downgrade.isEmpty()) {
            renaming.note(new SequenceOperation.Rename(before, after));
            return;
        }
        Sequence old = renaming.live().sequence(before).orElseThrow();
        renaming.note(new SequenceOperation.Create(old.withName(after)));
        renaming.note(new DataOperation.Execute(upgrade.get(), downgrade.get(), List.of()));
        renaming.note(new SequenceOperation.Drop(before, old));
    }

    private static Optional<QualifiedName> called(
            List<QualifiedName> names, QualifiedName table, Predicate<QualifiedName> condition) {
        String wanted = text(table) + SUFFIX;
        return names.stream()
                .filter(condition)
                .filter(name -> text(name).equals(wanted))
                .findFirst();
    }

    private static String text(QualifiedName name) {
        return Identifier.parse(name.name()).text().toLowerCase(Locale.ROOT);
    }

    private static List<QualifiedName> tables(List<Table> tables) {
        return tables.stream().map(Table::name).toList();
    }

    private static List<QualifiedName> sequences(List<Sequence> sequences) {
        return sequences.stream().map(Sequence::name).toList();
    }
}
