package io.retort.squash;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.row;
import static io.retort.migration.Definitions.varchar;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.ReplacedRevision;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A generated history with branches, merges and dependencies. Its revisions create tables and rows, and change the tables
 * of the revisions that they need, so that every order in which they can run has the same result. No code of Retort
 * decides which revisions a squash can replace.
 */
final class SquashableHistory {

    private final Map<String, RevisionCode> revisions = new LinkedHashMap<>();

    SquashableHistory(RandomGenerator random, int size) {
        for (int i = 0; i < size; i++) {
            String id = "rev" + i + Integer.toHexString(random.nextInt(0x1000, 0x10000));
            List<String> below = List.copyOf(revisions.keySet());
            Set<String> parents = new LinkedHashSet<>();
            Set<String> dependsOn = new LinkedHashSet<>();
            if (i > 0 && random.nextInt(8) > 0) {
                parents.add(below.get(random.nextInt(3) > 0 ? i - 1 : random.nextInt(i)));
                if (random.nextInt(3) == 0) {
                    parents.add(below.get(random.nextInt(i)));
                }
            }
            if (i > 0 && random.nextInt(6) == 0) {
                dependsOn.add(below.get(random.nextInt(i)));
            }
            List<String> labels = random.nextInt(6) == 0 ? List.of("label" + i) : List.of();
            RevisionInfo info = new RevisionInfo(
                    id, List.copyOf(parents), List.copyOf(dependsOn), labels, "make " + i, null, true, "R" + id);
            List<String> needed = List.copyOf(
                    closure(Stream.concat(parents.stream(), dependsOn.stream()).toList()));
            String changed = needed.isEmpty() ? "" : needed.get(random.nextInt(needed.size()));
            revisions.put(id, new RevisionCode(info, () -> new Step(id, changed)));
        }
    }

    /**
     * Creates a table with a row, and changes another one.
     *
     * @param id the revision, whose name the table has
     * @param changed another table; empty for none
     */
    private record Step(String id, String changed) implements Migration {

        @Override
        public void upgrade(Operations op) {
            op.createTable(
                    id,
                    column("id", bigint()).notNull(),
                    column("a", varchar(50)),
                    primaryKey("id").named("pk_" + id));
            op.insert(id, List.of("id", "a"), row(1, "made by " + id));
            if (!changed.isEmpty()) {
                op.addColumn(changed, column("c_" + id, varchar(50)));
                op.insert(changed, List.of("id", "a"), row(number(id), "also made by " + id));
                op.execute("update " + changed + " set c_" + id + " = 'set' where id = 1", "");
            }
        }

        private static long number(String id) {
            return 100 + id.charAt(3) - '0';
        }

        @Override
        public void downgrade(Operations op) {
            if (!changed.isEmpty()) {
                op.delete(changed, List.of("id", "a"), row(number(id), "also made by " + id));
                op.dropColumn(changed, column("c_" + id, varchar(50)));
            }
            op.dropTable(id);
        }
    }

    List<RevisionCode> all() {
        return List.copyOf(revisions.values());
    }

    Set<String> ids() {
        return revisions.keySet();
    }

    /** Returns all revisions but some, with others. */
    List<RevisionCode> without(Collection<String> ids, RevisionCode... others) {
        List<RevisionCode> kept = new ArrayList<>(List.of(others));
        revisions.forEach((id, code) -> {
            if (!ids.contains(id)) {
                kept.add(code);
            }
        });
        return kept;
    }

    private Set<String> closure(Collection<String> ids) {
        Set<String> closure = new LinkedHashSet<>();
        for (String id : ids) {
            closure.addAll(closure(needs(id)));
            closure.add(id);
        }
        return closure;
    }

    private List<String> needs(String id) {
        RevisionInfo info = revisions.get(id).info();
        return Stream.concat(info.parents().stream(), info.dependsOn().stream()).toList();
    }

    /** Returns the revisions that a squash from one revision to another one replaces, in order. */
    Set<String> between(@Nullable String from, String to) {
        Set<String> between = new LinkedHashSet<>(closure(List.of(to)));
        if (from != null) {
            between.removeAll(closure(List.of(from)));
        }
        return between;
    }

    /** Returns whether every other revision comes before or after all of these, by looking at every pair. */
    boolean isSquashable(Set<String> set, @Nullable String from, String to) {
        if (!set.contains(to)) {
            return false;
        }
        for (String id : revisions.keySet()) {
            for (String needed : needs(id)) {
                boolean in = set.contains(id);
                boolean neededIn = set.contains(needed);
                if (!in && neededIn && !needed.equals(to) || in && !neededIn && !needed.equals(from)) {
                    return false;
                }
            }
            if (from != null && set.contains(id) && revisions.get(id).info().isBase()) {
                return false;
            }
        }
        return true;
    }

    /** Returns the squash of some revisions: what each of them does, one after the other. */
    RevisionCode squash(String id, @Nullable String from, Collection<String> replaced, List<ReplacedRevision> entries) {
        List<Migration> parts = replaced.stream()
                .map(part -> revisions.get(part).migration().get())
                .toList();
        RevisionInfo info = new RevisionInfo(
                id,
                from == null ? List.of() : List.of(from),
                List.of(),
                List.of(),
                "squash of " + replaced.size(),
                null,
                true,
                "R" + id,
                List.of(),
                null,
                entries);
        return new RevisionCode(info, () -> new Squash(parts));
    }

    static List<ReplacedRevision> entries(Collection<String> ids) {
        return ids.stream().map(id -> new ReplacedRevision(id, List.of())).toList();
    }

    private record Squash(List<Migration> parts) implements Migration {

        @Override
        public void upgrade(Operations op) {
            parts.forEach(part -> part.upgrade(op));
        }

        @Override
        public void downgrade(Operations op) {
            for (int i = parts.size() - 1; i >= 0; i--) {
                parts.get(i).downgrade(op);
            }
        }
    }

    /** Returns every set of revisions that a database can have: with each revision also what it needs. */
    List<List<String>> databases() {
        List<List<String>> found = new ArrayList<>();
        List<String> ids = List.copyOf(revisions.keySet());
        for (int bits = 0; bits < 1 << ids.size(); bits++) {
            List<String> set = new ArrayList<>();
            for (int i = 0; i < ids.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    set.add(ids.get(i));
                }
            }
            if (set.stream().allMatch(id -> set.containsAll(needs(id)))) {
                found.add(set);
            }
        }
        return found;
    }
}
