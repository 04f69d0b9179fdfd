package io.retort.diff;

import io.retort.dialect.Dialect;
import io.retort.diff.internal.inspect.OwnedSequence;
import io.retort.diff.internal.product.ComparedProduct;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.operation.SequenceOperation;
import io.retort.operation.TableOperation;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The sequences of a database that belong to columns. Such a sequence is dropped with its column, so it is no difference
 * of its own.
 *
 * @param all the sequences
 * @param dialect the product
 */
record OwnedSequences(List<OwnedSequence> all, Dialect dialect) {

    static OwnedSequences read(Connection connection, Dialect dialect) {
        return new OwnedSequences(
                ComparedProduct.of(dialect)
                        .ownedSequences()
                        .map(query -> OwnedSequence.read(connection, query, dialect.identifiers()))
                        .orElse(List.of()),
                dialect);
    }

    /** Returns those whose sequence and table are in a schema. */
    List<OwnedSequence> in(Snapshot schema) {
        return all.stream()
                .filter(sequence -> in(schema, sequence).isPresent()
                        && schema.tables().stream().anyMatch(table -> isSame(table.name(), sequence.table())))
                .toList();
    }

    boolean contains(QualifiedName sequence) {
        return all.stream().anyMatch(owned -> isSame(sequence, owned.name()));
    }

    /**
     * Separates the sequences from tables that are dropped, so that both directions of a revision work.
     *
     * @param operations the operations of a revision
     * @param live the live schema
     * @param wanted the schema after the operations; a sequence that it contains is kept
     */
    List<Operation> separated(List<Operation> operations, Snapshot live, Snapshot wanted) {
        List<Operation> separated = new ArrayList<>();
        for (Operation operation : operations) {
            List<OwnedSequence> owned =
                    operation instanceof TableOperation.Drop drop ? of(drop.name(), live) : List.of();
            owned.forEach(sequence ->
                    separated.add(new DataOperation.Execute(sequence.release(), sequence.statement(), List.of())));
            separated.add(operation);
            owned.stream()
                    .flatMap(sequence -> in(live, sequence).stream())
                    .filter(sequence -> wanted.sequence(sequence.name()).isEmpty())
                    .forEach(sequence -> separated.add(new SequenceOperation.Drop(sequence.name(), sequence)));
        }
        return separated;
    }

    private List<OwnedSequence> of(QualifiedName table, Snapshot live) {
        return in(live).stream()
                .filter(sequence -> isSame(table, sequence.table()))
                .toList();
    }

    private Optional<Sequence> in(Snapshot schema, OwnedSequence owned) {
        return schema.sequences().stream()
                .filter(sequence -> isSame(sequence.name(), owned.name()))
                .findFirst();
    }

    private boolean isSame(QualifiedName name, QualifiedName canonical) {
        return dialect.identifiers().canonical(name).equals(canonical);
    }
}
