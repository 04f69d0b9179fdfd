package io.retort.internal.state;

import io.retort.dialect.Identifiers;
import io.retort.internal.state.SchemaObject.Kind;
import io.retort.internal.text.NameSuggestions;
import io.retort.schema.Column;
import io.retort.schema.Constraint;
import io.retort.schema.EnumType;
import io.retort.schema.Index;
import io.retort.schema.QualifiedName;
import io.retort.schema.Sequence;
import io.retort.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds objects of a {@link HistorySchema} by the name that a person types, with the revisions that created, changed and
 * dropped them.
 *
 * <p>{@code owner} names a table with its parts, a sequence or a type; {@code owner.nickname} a column, constraint or index of
 * a table; {@code ix_owner_city} alone a constraint or index of any table. Each can have a schema in front of it.
 */
public final class Blame {

    private final HistorySchema schema;
    private final Identifiers identifiers;

    /**
     * @param schema the schema
     * @param identifiers the rules of names of its product
     */
    public Blame(HistorySchema schema, Identifiers identifiers) {
        this.schema = schema;
        this.identifiers = identifiers;
    }

    /**
     * An object with its revisions.
     *
     * @param object the object
     * @param definition its present definition, such as {@code varchar(40) not null}; empty if it was dropped
     * @param origin the revisions that created and last changed it
     * @param dropped the id of the revision that dropped it; null if it exists
     */
    public record Entry(
            SchemaObject object,
            String definition,
            Origin origin,
            @Nullable String dropped) {

        /** Returns the kind and the name, such as {@code column owner.nickname}. */
        public String describe() {
            String kind = object.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            boolean isPart = !object.owner().name().equals(object.name())
                    || object.kind() == Kind.COLUMN
                    || object.kind() == Kind.INDEX
                    || object.kind() == Kind.CONSTRAINT;
            if (object.name().equals(SchemaObject.PRIMARY_KEY) && object.kind() == Kind.CONSTRAINT) {
                return "primary key of " + object.owner();
            }
            return kind + " " + object.owner() + (isPart ? "." + object.name() : "");
        }
    }

    /** Returns the objects of a name; a table is followed by its parts. Empty if there are none. */
    public List<Entry> find(String typed) {
        List<String> names = names(typed);
        if (names.stream().anyMatch(String::isBlank)) {
            return List.of();
        }
        List<Entry> found = new ArrayList<>();
        for (Table table : schema.snapshot().tables()) {
            List<Entry> objects = entries(table);
            boolean isWhole = isOwner(table.name(), names);
            objects.stream()
                    .filter(entry -> isWhole || isPart(entry.object(), constraintName(entry, table), names))
                    .forEach(found::add);
        }
        others().filter(entry -> isOwner(entry.object().owner(), names)).forEach(found::add);
        return found.isEmpty() ? dropped(names) : found;
    }

    /** Returns the SQL that changes the table of a name, or the table itself, in an undeclared way. */
    public Optional<HistorySchema.Unknown> unknown(String typed) {
        List<String> names = names(typed);
        List<String> owner = names.size() > 1 ? names.subList(0, names.size() - 1) : names;
        return schema.unknown().keySet().stream()
                .sorted()
                .filter(name -> isOwner(name, names) || isOwner(name, owner))
                .findFirst()
                .map(schema.unknown()::get);
    }

    /** Returns at most three names that are similar to a mistyped one. */
    public List<String> suggestions(String typed) {
        List<String> known = new ArrayList<>();
        for (Table table : schema.snapshot().tables()) {
            known.add(table.name().toString());
            table.columns().forEach(column -> known.add(table.name() + "." + column.name()));
            table.indexes().forEach(index -> known.add(index.name()));
            table.constraints().stream()
                    .map(Constraint::name)
                    .filter(name -> name != null)
                    .forEach(known::add);
        }
        schema.snapshot()
                .sequences()
                .forEach(sequence -> known.add(sequence.name().toString()));
        schema.snapshot().enumTypes().forEach(type -> known.add(type.name().toString()));
        return NameSuggestions.to(typed, known);
    }

    /** Returns a table and its parts: columns, constraints and indexes. */
    public List<Entry> entries(Table table) {
        QualifiedName name = table.name();
        List<Entry> entries = new ArrayList<>();
        entry(SchemaObject.table(name), "").ifPresent(entries::add);
        for (Column column : table.columns()) {
            entry(SchemaObject.column(name, column.name()), column.description())
                    .ifPresent(entries::add);
        }
        for (Constraint constraint : table.constraints()) {
            entry(SchemaObject.constraint(name, constraint), constraint.description())
                    .ifPresent(entries::add);
        }
        for (Index index : table.indexes()) {
            entry(SchemaObject.index(name, index.name()), index.description()).ifPresent(entries::add);
        }
        return entries;
    }

    private Stream<Entry> others() {
        List<Entry> others = new ArrayList<>();
        for (Sequence sequence : schema.snapshot().sequences()) {
            entry(SchemaObject.sequence(sequence.name()), sequence.description())
                    .ifPresent(others::add);
        }
        for (EnumType type : schema.snapshot().enumTypes()) {
            entry(SchemaObject.enumType(type.name()), type.description()).ifPresent(others::add);
        }
        return others.stream();
    }

    private Optional<Entry> entry(SchemaObject object, String definition) {
        return schema.origin(object).map(origin -> new Entry(object, definition, origin, null));
    }

    private List<Entry> dropped(List<String> names) {
        return schema.dropped().entrySet().stream()
                .filter(entry -> entry.getKey().kind() == Kind.COLUMN
                                || entry.getKey().kind() == Kind.CONSTRAINT
                                || entry.getKey().kind() == Kind.INDEX
                        ? isPart(entry.getKey(), null, names)
                        : isOwner(entry.getKey().owner(), names))
                .map(entry -> new Entry(
                        entry.getKey(),
                        "",
                        entry.getValue().origin(),
                        entry.getValue().revision()))
                .sorted(Comparator.comparing(Entry::describe))
                .toList();
    }

    private static @Nullable String constraintName(Entry entry, Table table) {
        return entry.object().name().equals(SchemaObject.PRIMARY_KEY)
                ? table.primaryKey().map(Constraint::name).orElse(null)
                : null;
    }

    private boolean isOwner(QualifiedName owner, List<String> names) {
        String owningSchema = owner.schema();
        return switch (names.size()) {
            case 1 -> same(owner.name(), names.get(0));
            case 2 -> same(owner.name(), names.get(1)) && owningSchema != null && same(owningSchema, names.get(0));
            default -> false;
        };
    }

    private boolean isPart(SchemaObject object, @Nullable String otherName, List<String> names) {
        if (object.kind() == Kind.TABLE) {
            return false;
        }
        int last = names.size() - 1;
        String name = names.get(last);
        boolean isNamed = object.name().equalsIgnoreCase(name) && name.equalsIgnoreCase(SchemaObject.PRIMARY_KEY)
                || same(object.name(), name)
                || otherName != null && same(otherName, name);
        return isNamed && (last == 0 ? object.kind() != Kind.COLUMN : isOwner(object.owner(), names.subList(0, last)));
    }

    private boolean same(String one, String other) {
        return identifiers.sameColumn(one, other);
    }

    /** Splits a name at the dots outside double quotes. */
    private static List<String> names(String typed) {
        List<String> names = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            quoted ^= c == '"';
            if (c == '.' && !quoted) {
                names.add(typed.substring(start, i));
                start = i + 1;
            }
        }
        names.add(typed.substring(start));
        return names;
    }
}
