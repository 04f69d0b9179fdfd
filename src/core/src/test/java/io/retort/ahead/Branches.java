package io.retort.ahead;

import static io.retort.migration.Definitions.bigint;
import static io.retort.migration.Definitions.column;
import static io.retort.migration.Definitions.index;
import static io.retort.migration.Definitions.integer;
import static io.retort.migration.Definitions.primaryKey;
import static io.retort.migration.Definitions.row;
import static io.retort.migration.Definitions.unique;
import static io.retort.migration.Definitions.varchar;

import io.retort.migration.Migration;
import io.retort.migration.Operations;
import io.retort.revision.RevisionInfo;
import io.retort.source.RevisionCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Two generated branches of one history. Both change the tables of the common part, and each has parallel revisions of
 * its own. The operations are generated from a list of tables and columns; no code of Retort decides what is valid.
 */
final class Branches {

    private static final int COMMON = 2;

    private final RandomGenerator random;
    private final boolean constraints;
    private final int longest;
    private final List<RevisionCode> common = new ArrayList<>();
    private final List<RevisionCode> one;
    private final List<RevisionCode> other;

    Branches(RandomGenerator random) {
        this(random, true, 4);
    }

    /**
     * @param constraints whether to add constraints to existing tables
     * @param longest the length of a branch, without parallel revisions
     */
    Branches(RandomGenerator random, boolean constraints, int longest) {
        this.random = random;
        this.constraints = constraints;
        this.longest = longest;
        Map<String, List<String>> tables = new LinkedHashMap<>();
        String parent = "";
        for (int i = 1; i <= COMMON; i++) {
            String table = "base" + i;
            tables.put(table, new ArrayList<>(List.of("a", "b")));
            Consumer<Operations> change = op -> op.createTable(
                    table,
                    column("id", bigint()).notNull(),
                    column("a", varchar(50)),
                    column("b", integer()),
                    primaryKey("id"));
            common.add(revision("common" + i, parent, change::accept));
            parent = "common" + i;
        }
        one = branch("left", copy(tables));
        other = branch("right", copy(tables));
    }

    private static Map<String, List<String>> copy(Map<String, List<String>> tables) {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        tables.forEach((name, columns) -> copy.put(name, new ArrayList<>(columns)));
        return copy;
    }

    /** A line of revisions, of which some also have a parallel one that creates a table of its own. */
    private List<RevisionCode> branch(String name, Map<String, List<String>> tables) {
        List<RevisionCode> revisions = new ArrayList<>();
        String parent = "common" + COMMON;
        Set<String> unique = new HashSet<>();
        int length = random.nextInt(longest + 1);
        for (int i = 1; i <= length; i++) {
            String id = name + i;
            List<Consumer<Operations>> changes = new ArrayList<>();
            for (int j = random.nextInt(1, 4); j > 0; j--) {
                changes.add(change(id + "_" + j, tables, unique));
            }
            revisions.add(revision(id, parent, op -> changes.forEach(change -> change.accept(op))));
            if (random.nextInt(4) == 0) {
                String aside = id + "side";
                revisions.add(revision(aside, parent, op -> op.createTable(aside, column("id", integer()))));
            }
            parent = id;
        }
        return revisions;
    }

    /**
     * @param unique the tables that have a unique constraint; HSQLDB refuses a second one over the same columns
     */
    private Consumer<Operations> change(String name, Map<String, List<String>> tables, Set<String> unique) {
        String table = pick(tables.keySet());
        List<String> columns = tables.get(table);
        String first = columns.get(0);
        switch (random.nextInt(9)) {
            case 0:
                tables.put("t_" + name, new ArrayList<>(List.of("a")));
                return op -> op.createTable(
                        "t_" + name, column("id", bigint()).notNull(), column("a", varchar(50)), primaryKey("id"));
            case 1:
                return op -> op.createIndex(table, index("ix_" + name, first));
            case 2:
                return op ->
                        op.insert(table, List.of("id", first), row(1000L + Math.abs(name.hashCode() % 100_000), null));
            case 3:
                return op -> op.execute(
                        "create table x_" + name + " (t varchar(20) default 'a\nb;''c')", "drop table x_" + name);
            case 4:
                String renamed = "r_" + name;
                columns.set(0, renamed);
                return op -> op.renameColumn(table, first, renamed);
            case 5:
                if (!constraints || !unique.add(table)) {
                    return op -> {};
                }
                return op -> op.addConstraint(table, unique("uq_" + name, first, "id"));
            default:
                String added = "c_" + name;
                columns.add(added);
                return random.nextBoolean()
                        ? op -> op.addColumn(
                                table, column(added, varchar(30)).notNull().defaultValue("it's\\"))
                        : op -> op.addColumn(table, column(added, integer()));
        }
    }

    private String pick(Collection<String> names) {
        return List.copyOf(names).get(random.nextInt(names.size()));
    }

    List<RevisionCode> common() {
        return common;
    }

    /** The history of one branch: of each revision also a part, so that all pairs of places are met. */
    List<RevisionCode> one(int length) {
        return history(one, length);
    }

    List<RevisionCode> other(int length) {
        return history(other, length);
    }

    int oneSize() {
        return one.size();
    }

    int otherSize() {
        return other.size();
    }

    private List<RevisionCode> history(List<RevisionCode> branch, int length) {
        List<RevisionCode> history = new ArrayList<>(common);
        history.addAll(branch.subList(0, length));
        return history;
    }

    static RevisionCode revision(String id, String parent, Migration migration) {
        List<String> parents = parent.isEmpty() ? List.of() : List.of(parent.split(","));
        RevisionInfo info = new RevisionInfo(id, parents, List.of(), List.of(), "change " + id, null, true, "R" + id);
        return new RevisionCode(info, () -> migration);
    }
}
