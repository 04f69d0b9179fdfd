package io.retort.diff.question;

import io.retort.dialect.Dialect;
import io.retort.operation.DataOperation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.Statement;
import io.retort.operation.TableOperation;
import io.retort.schema.Identifier;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Table;
import java.util.List;
import java.util.Locale;
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

    private void rename(QualifiedName before, QualifiedName after) {
        Optional<String> upgrade = dialect.continueSequence(after, before);
        Optional<String> downgrade = dialect.continueSequence(before, after);
        if (upgrade.isEmpty() || downgrade.isEmpty()) {
            renaming.note(new SequenceOperation.Rename(before, after));
            return;
        }
        Sequence old = renaming.live().sequence(before).orElseThrow();
        renaming.note(new SequenceOperation.Create(old.withName(after)));
        renaming.note(new DataOperation.Execute(upgrade.get(), downgrade.get(), Statement.Sql.ANY));
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
