package io.retort.diff.internal.model;

import io.retort.diff.internal.model.NumberSource.Segment;
import io.retort.operation.SequenceOperation.NumberedColumn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.QualifiedNameParser;
import org.hibernate.dialect.Dialect;
import org.hibernate.generator.Generator;
import org.hibernate.id.enhanced.DatabaseStructure;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.id.enhanced.TableGenerator;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.RootClass;
import org.hibernate.mapping.UnionSubclass;

/** Reads the sources of generated identifiers from Hibernate's generators. */
final class NumberSources {

    private final Dialect dialect;
    private final ModelNames names;

    private NumberSources(Dialect dialect, ModelNames names) {
        this.dialect = dialect;
        this.names = names;
    }

    /** Creates the generators again, which registers their database objects once more. Therefore it must run last. */
    static List<NumberSource> of(Metadata metadata, ModelNames names) {
        NumberSources sources = new NumberSources(metadata.getDatabase().getDialect(), names);
        return metadata.getEntityBindings().stream()
                .filter(RootClass.class::isInstance)
                .map(RootClass.class::cast)
                .filter(root -> root.getIdentifier().getColumnSpan() == 1)
                .flatMap(sources::of)
                .toList();
    }

    private Stream<NumberSource> of(RootClass root) {
        Generator generator = root.getIdentifier().createGenerator(dialect, root);
        return columns(root).flatMap(column -> source(generator, column).stream());
    }

    /**
     * The identifier column of each table with values of its own. Joined subclass tables repeat the identifiers of
     * their root; tables of a table-per-class hierarchy do not.
     */
    private Stream<NumberedColumn> columns(RootClass root) {
        Stream<PersistentClass> ownTables = root.getSubclasses().stream()
                .filter(UnionSubclass.class::isInstance)
                .map(PersistentClass.class::cast);
        return Stream.concat(Stream.of(root), ownTables)
                .filter(type ->
                        type.getTable().isPhysicalTable() && !type.getTable().isAbstractUnionTable())
                .map(type -> new NumberedColumn(
                        names.of(type.getTable()),
                        names.of(type.getKey().getColumns().get(0))))
                .distinct();
    }

    private Optional<NumberSource> source(Generator generator, NumberedColumn column) {
        if (generator instanceof SequenceStyleGenerator sequence) {
            DatabaseStructure structure = sequence.getDatabaseStructure();
            return Optional.of(new NumberSource(
                    names.of(structure.getPhysicalName()), column, structure.getIncrementSize(), null));
        }
        if (generator instanceof TableGenerator table) {
            Segment segment = new Segment(
                    names.written(table.getSegmentColumnName()),
                    table.getSegmentValue(),
                    names.written(table.getValueColumnName()));
            return Optional.of(new NumberSource(
                    names.of(QualifiedNameParser.INSTANCE.parse(table.getTableName())),
                    column,
                    table.getIncrementSize(),
                    segment));
        }
        return Optional.empty();
    }
}
