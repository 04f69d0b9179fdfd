package io.retort.internal.prepare;

import io.retort.dialect.Identifiers;
import io.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names that tables and columns had before a list of operations, found by the names that they have after it. Not
 * thread-safe.
 */
public final class FormerNames {

    private final Identifiers identifiers;
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, Optional<String>> tables = new HashMap<>();
    private final Map<String, Map<String, Optional<String>>> columns = new HashMap<>();
    private final Set<String> renamed = new HashSet<>();
    private final Set<String> changed = new HashSet<>();
    private boolean everything;

    /** @param identifiers decides which names mean the same object */
    public FormerNames(Identifiers identifiers) {
        this.identifiers = identifiers;
    }

    /**
     * A change of a name, or of what conditions on rows select.
     *
     * @param kind the kind
     * @param table the table before the change; empty for any table
     * @param column the column before the change; null for a table
     * @param after the new name; null unless something is renamed
     */
    public record Change(
            Kind kind,
            String table,
            @Nullable String column,
            @Nullable String after) {

        /** What changes. */
        public enum Kind {
            /** A table or column is created. */
            CREATED,
            /** A table or column is renamed. */
            RENAMED,
            /** Rows, values, types or constraints of a table are changed. */
            CONTENT
        }

        static Change created(String table, @Nullable String column) {
            return new Change(Kind.CREATED, table, column, null);
        }

        static Change renamed(String table, @Nullable String column, String after) {
            return new Change(Kind.RENAMED, table, column, after);
        }

        static Change content(String table) {
            return new Change(Kind.CONTENT, table, null, null);
        }
    }

    /** Returns all changes, in order. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** Follows several changes. */
    public void follow(List<Change> all) {
        all.forEach(this::follow);
    }

    void follow(Change change) {
        changes.add(change);
        String column = change.column();
        String after = change.after();
        switch (change.kind()) {
            case CREATED -> created(change.table(), column);
            case CONTENT -> {
                if (change.table().isEmpty()) {
                    everything = true;
                } else {
                    table(change.table()).ifPresent(former -> changed.add(key(former)));
                }
            }
            case RENAMED -> {
                table(change.table()).ifPresent(former -> renamed.add(key(former)));
                if (after != null && column == null) {
                    renamedTable(change.table(), after);
                } else if (after != null && column != null) {
                    Optional<String> former = column(change.table(), column);
                    columnsOf(change.table()).remove(columnKey(column));
                    columnsOf(change.table()).put(columnKey(after), former);
                }
            }
        }
    }

    private void created(String table, @Nullable String column) {
        if (column != null) {
            columnsOf(table).put(columnKey(column), Optional.empty());
        } else {
            tables.put(key(table), Optional.empty());
            columns.remove(key(table));
        }
    }

    private void renamedTable(String before, String after) {
        Optional<String> former = table(before);
        Map<String, Optional<String>> own = columns.remove(key(before));
        tables.remove(key(before));
        tables.put(key(after), former);
        columns.remove(key(after));
        if (own != null) {
            columns.put(key(after), own);
        }
    }

    private Map<String, Optional<String>> columnsOf(String table) {
        return columns.computeIfAbsent(key(table), absent -> new HashMap<>());
    }

    /** Returns the former name of a table; empty if it did not exist. */
    public Optional<String> table(String table) {
        return tables.getOrDefault(key(table), Optional.of(table));
    }

    /** Returns the former name of a column; empty if it did not exist. */
    public Optional<String> column(String table, String column) {
        return columns.getOrDefault(key(table), Map.of()).getOrDefault(columnKey(column), Optional.of(column));
    }

    /** Returns whether a condition on a table, written now, selects the same rows as before the operations. */
    public boolean selectsTheSame(String table, String condition) {
        boolean query = condition.toLowerCase(Locale.ROOT).contains("select");
        String former = table(table).map(this::key).orElse("");
        return !isChanged(table) && !renamed.contains(former) && !(query && !changes.isEmpty());
    }

    /** Returns whether rows, values, types or constraints of a table were changed. */
    public boolean isChanged(String table) {
        return everything || table(table).filter(this::changesFormer).isPresent();
    }

    /** Returns whether rows, values, types or constraints of a table were changed, by the name that it had before. */
    public boolean changesFormer(String former) {
        return everything || changed.contains(key(former));
    }

    /** Returns a text that is the same for all spellings of a name. */
    public String key(String table) {
        return folded(identifiers.canonical(QualifiedName.parse(table)).toString());
    }

    /** Returns a text that is the same for all spellings of the name of a column. */
    String columnKey(String column) {
        return folded(identifiers.canonical(column));
    }

    /** Products that do not fold names ignore their case. */
    private String folded(String canonical) {
        return identifiers.folding() == Identifiers.Folding.NONE ? canonical.toLowerCase(Locale.ROOT) : canonical;
    }
}
