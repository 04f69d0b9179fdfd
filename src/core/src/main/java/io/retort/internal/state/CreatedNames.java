package io.retort.internal.state;

import io.retort.internal.sql.TokenCursor;
import io.retort.schema.QualifiedName;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the names that a statement gives to tables, sequences and types. */
final class CreatedNames {

    /** Words after {@code rename} that begin something else than a table. */
    private static final Set<String> NO_TABLE = Set.of("column", "index", "key", "constraint", "attribute", "value");

    private CreatedNames() {}

    /**
     * Returns the names in a statement.
     *
     * @param cursor the whole statement
     * @param isQuery whether {@code into} can name a new table
     */
    static Set<QualifiedName> in(TokenCursor cursor, boolean isQuery) {
        Set<QualifiedName> names = new TreeSet<>();
        QualifiedName altered = null;
        boolean isInsert = false;
        while (!cursor.atEnd()) {
            if (cursor.take("create")) {
                created(cursor, names);
            } else if (cursor.take("alter", "table")) {
                cursor.take("if", "exists");
                altered = cursor.copy().name();
            } else if (cursor.take("set", "schema")) {
                moved(altered, cursor.name(), names);
            } else if (cursor.take("rename")) {
                renamed(cursor, names);
            } else if (isQuery && cursor.takeAny("insert", "merge", "replace")) {
                isInsert = !cursor.peek().is("(");
            } else if (isQuery && cursor.take("into")) {
                add(isInsert ? null : cursor.name(), names);
                isInsert = false;
            } else {
                cursor.take();
            }
        }
        return names;
    }

    private static void created(TokenCursor cursor, Set<QualifiedName> names) {
        while (NamedObjects.isModifier(cursor.peek())) {
            cursor.take();
        }
        if (cursor.takeAny("table", "sequence", "type", "domain")) {
            cursor.take("if", "not", "exists");
            add(cursor.name(), names);
        }
    }

    private static void renamed(TokenCursor cursor, Set<QualifiedName> names) {
        if (cursor.takeAny("table", "tables")) {
            do {
                cursor.name();
                cursor.take("to");
                add(cursor.name(), names);
            } while (cursor.take(","));
        } else if (NO_TABLE.stream().noneMatch(cursor.peek()::is)) {
            boolean isMarked = cursor.takeAny("to", "as");
            QualifiedName name = cursor.name();
            add(isMarked || !cursor.peek().is("to") ? name : null, names); // without: rename <column> to <column>
        }
    }

    private static void moved(@Nullable QualifiedName table, @Nullable QualifiedName target, Set<QualifiedName> names) {
        if (table != null && target != null) {
            names.add(new QualifiedName(target.name(), table.name()));
        }
    }

    /** The schema of a new table can be the default one, which is not known here. */
    private static void add(@Nullable QualifiedName name, Set<QualifiedName> names) {
        if (name != null) {
            names.add(name);
            names.add(name.withoutSchema());
        }
    }
}
