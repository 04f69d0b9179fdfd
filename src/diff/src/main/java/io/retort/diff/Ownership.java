package io.retort.diff;

import io.retort.dialect.Identifiers;
import io.retort.migration.Operations;
import io.retort.operation.DataOperation;
import io.retort.operation.Operation;
import io.retort.revision.RevisionInfo;
import io.retort.run.source.History;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Snapshot;
import io.retort.schema.Table;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is ours: the tables, sequences and types that a revision of this history has made. Only these may be dropped. A
 * known library's own script, run by a revision, does not make its tables ours.
 *
 * @param names in their plainest spelling
 * @param identifiers how the database treats names
 */
record Ownership(Set<QualifiedName> names, Identifiers identifiers) implements Predicate<QualifiedName> {

    private static final String COMMENTS = "(?:\\s++|--[^\\n]*+\\n|/\\*.*?\\*/)*+";

    private static final Pattern CREATED = Pattern.compile("(?is)^" + COMMENTS
            + "create\\s+(?:unlogged\\s+)?(?:table|sequence|type)\\s+(?:if\\s+not\\s+exists\\s+)?"
            + "((?:[`\"][^`\"]+[`\"]|[^\\s(;])++)");

    Ownership {
        names = Set.copyOf(names);
    }

    /** Lets every migration say its upgrade, and keeps the names of what that makes. */
    static Ownership of(History history, Identifiers identifiers) {
        Set<QualifiedName> names = new HashSet<>();
        Snapshot made = Snapshot.EMPTY;
        for (RevisionInfo revision : history.graph().all()) {
            for (Operation operation : Operations.saidBy(history.migration(revision.id())::upgrade)) {
                made = operation.applyTo(made);
                if (operation instanceof DataOperation.Execute execute) {
                    addCreated(execute.sql(), names);
                }
            }
        }
        made.tables().stream().map(Table::name).forEach(names::add);
        made.sequences().stream().map(Sequence::name).forEach(names::add);
        made.enumTypes().forEach(type -> names.add(type.name()));
        return new Ownership(canonical(names, identifiers), identifiers);
    }

    private static void addCreated(String sql, Set<QualifiedName> names) {
        Matcher matcher = CREATED.matcher(sql);
        if (matcher.find()) {
            QualifiedName name = QualifiedName.parse(matcher.group(1).replace('`', '"'));
            if (Libraries.of(name).isEmpty()) {
                names.add(name);
            }
        }
    }

    private static Set<QualifiedName> canonical(Set<QualifiedName> names, Identifiers identifiers) {
        Set<QualifiedName> plain = new HashSet<>();
        names.forEach(name -> plain.add(identifiers.canonical(name)));
        return plain;
    }

    @Override
    public boolean test(QualifiedName name) {
        return names.contains(identifiers.canonical(name));
    }
}
