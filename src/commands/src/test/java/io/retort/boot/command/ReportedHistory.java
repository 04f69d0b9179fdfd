package io.retort.boot.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A random history of SQL revisions with branches, merges and a squash, and what a report must say about it. It keeps its own books: which
 * columns each table has, and which revision created them. A revision changes only tables that its ancestors have changed last,
 * so the order of branches does not matter.
 */
final class ReportedHistory {

    private static final List<String> MESSAGES = List.of(
            "add things",
            "</script><script>alert(1)</script>",
            "`code` ``` <img src=x onerror=alert(1)> @octocat",
            "right \u202e to left \u05e9\u05dc\u05d5\u05dd",
            "[link](https://example.com) | #quot; \"quoted\" & 'single'",
            "end subgraph --> r1; %% comment",
            "x".repeat(900));

    private static final List<String> NAMES =
            List.of("\"</script>%d\"", "\"a \"\"quoted\"\" %d\"", "\"\u202e%d\"", "\"&lt; `%d`\"", "\"[x](y) %d|\"");

    /**
     * A revision.
     *
     * @param id its id
     * @param parents the ids of its parents
     * @param message its message
     * @param lost what its downgrade deletes
     * @param text the text of its file
     */
    record Revision(String id, List<String> parents, String message, List<String> lost, String text) {}

    /**
     * A column.
     *
     * @param type its type and whether it is nullable, as a report shows it
     * @param since the revision that created it
     * @param changed the revision that changed it last
     */
    record Cell(String type, String since, String changed) {}

    /** A table, and the revision that changed it last. */
    private static final class Books {
        private final String since;
        private final @Nullable String target;
        private final Map<String, Cell> columns = new LinkedHashMap<>();
        private String last;

        private Books(String revision, @Nullable String target) {
            this.since = revision;
            this.target = target;
            this.last = revision;
            put("id", "bigint not null", revision);
            put("code", "varchar(40)", revision);
            if (target != null) {
                put("other", "bigint", revision);
            }
        }

        private void put(String column, String type, String revision) {
            columns.put(column, new Cell(type, revision, revision));
            last = revision;
        }
    }

    final Map<String, Revision> revisions = new LinkedHashMap<>();
    private final Map<String, Books> tables = new LinkedHashMap<>();
    private final Map<String, Revision> replaced = new LinkedHashMap<>();
    private final Map<String, Set<String>> ancestors = new LinkedHashMap<>();
    private final SplittableRandom random;
    private final String prefix;
    private int counter;

    /**
     * @param random decides everything
     * @param prefix the first letters of all ids
     */
    ReportedHistory(SplittableRandom random, String prefix) {
        this.random = random;
        this.prefix = prefix;
    }

    /** Adds revisions at random places, and returns their ids. */
    List<String> grow(int number) {
        List<String> added = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            added.add(add(parents()));
        }
        return added;
    }

    /** Merges all heads, so that there is one. */
    String merge() {
        return heads().size() == 1 ? heads().get(0) : add(heads());
    }

    List<String> heads() {
        Set<String> heads = new LinkedHashSet<>(revisions.keySet());
        revisions.values().forEach(revision -> heads.removeAll(revision.parents()));
        return List.copyOf(heads);
    }

    private List<String> parents() {
        List<String> heads = heads();
        if (heads.isEmpty()) {
            return List.of();
        }
        int choice = random.nextInt(10);
        if (choice < 2 && heads.size() > 1) {
            return heads.subList(0, 2);
        }
        List<String> all = List.copyOf(revisions.keySet());
        return List.of(choice < 4 ? all.get(random.nextInt(all.size())) : heads.get(random.nextInt(heads.size())));
    }

    private String add(List<String> parents) {
        String id = prefix + String.format("%05x", ++counter);
        Set<String> before = new LinkedHashSet<>(parents);
        parents.forEach(parent -> before.addAll(ancestors.get(parent)));
        ancestors.put(id, before);
        List<String> up = new ArrayList<>();
        List<String> down = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        int changes = parents.size() > 1 ? 0 : 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            change(id, up, down, lost);
        }
        String message = MESSAGES.get(random.nextInt(MESSAGES.size()));
        String text = "-- revision: " + id + "\n"
                + (parents.isEmpty() ? "" : "-- parent: " + String.join(", ", parents) + "\n") + "-- message: "
                + message + "\n-- upgrade\n" + String.join("", up) + "-- downgrade\n" + String.join("", down);
        revisions.put(id, new Revision(id, parents, message, lost, text));
        return id;
    }

    private void change(String id, List<String> up, List<String> down, List<String> lost) {
        List<String> free = tables.entrySet().stream()
                .filter(table ->
                        table.getValue().last.equals(id) || ancestors.get(id).contains(table.getValue().last))
                .map(Map.Entry::getKey)
                .toList();
        int choice = random.nextInt(8);
        if (free.isEmpty() || choice < 2) {
            create(id, free, up, down, lost);
        } else if (choice < 4) {
            alterColumn(id, free.get(random.nextInt(free.size())), up, down);
        } else if (choice < 7) {
            addColumn(id, free.get(random.nextInt(free.size())), up, down, lost);
        } else {
            dropColumn(id, free.get(random.nextInt(free.size())), up, down);
        }
    }

    private void create(String id, List<String> free, List<String> up, List<String> down, List<String> lost) {
        String name =
                random.nextInt(3) == 0 ? NAMES.get(random.nextInt(NAMES.size())).formatted(++counter) : "t" + ++counter;
        String target = free.isEmpty() || random.nextBoolean() ? null : free.get(random.nextInt(free.size()));
        Books books = new Books(id, target);
        up.add(creation(name, books));
        down.add(0, "drop table " + name + ";\n");
        lost.add("table " + name);
        tables.put(name, books);
    }

    private static String creation(String table, Books books) {
        StringJoiner sql = new StringJoiner(", ", "create table " + table + " (", ");\n");
        StringJoiner means = new StringJoiner(", ", "-- means: createTable(", ");\n");
        means.add(java(table));
        books.columns.forEach((name, cell) -> {
            boolean references = name.equals("other");
            sql.add(name + " " + cell.type()
                    + (name.equals("id") ? " primary key" : "")
                    + (references ? " references " + books.target : ""));
            String type = cell.type().replace(" not null", "");
            means.add("column(" + java(name) + ", " + (type.endsWith(")") ? type : type + "()") + ")"
                    + (type.equals(cell.type()) ? "" : ".notNull()"));
        });
        means.add("primaryKey(\"id\")");
        if (books.target != null) {
            means.add("foreignKey(\"fk" + Integer.toHexString(table.hashCode()) + "\", \"other\").references("
                    + java(books.target) + ", \"id\")");
        }
        return sql.toString() + means;
    }

    /** Widens a column. */
    private void alterColumn(String id, String table, List<String> up, List<String> down) {
        Books books = tables.get(table);
        Cell before = books.columns.get("code");
        if (before == null) {
            return;
        }
        int length = Integer.parseInt(before.type().replaceAll("[^0-9]", ""));
        String after = "varchar(" + (length + 10) + ")";
        up.add("alter table " + table + " alter column code set data type " + after + ";\n-- means: alterColumn("
                + java(table) + ", column(\"code\", " + before.type() + "), column(\"code\", " + after + "));\n");
        down.add(0, "alter table " + table + " alter column code set data type " + before.type() + ";\n");
        books.columns.put("code", new Cell(after, before.since(), id));
        books.last = id;
    }

    /** Replaces all revisions by one, if there is one head. */
    void squash() {
        if (heads().size() != 1) {
            return;
        }
        String id = prefix + "5c1e" + ++counter;
        List<String> names = List.copyOf(tables.keySet());
        Map<String, Books> before = new LinkedHashMap<>(tables);
        tables.clear();
        String up = names.stream()
                .map(name -> {
                    Books old = before.get(name);
                    Books books = new Books(id, old.target);
                    books.columns.clear();
                    old.columns.forEach((column, cell) -> books.put(column, cell.type(), id));
                    tables.put(name, books);
                    return creation(name, books);
                })
                .collect(Collectors.joining());
        List<String> dropped = new ArrayList<>(names);
        Collections.reverse(dropped);
        String text = "-- revision: " + id + "\n-- message: squash\n-- replaces: "
                + String.join(", ", revisions.keySet())
                + "\n-- upgrade\n" + up + "-- downgrade\n"
                + dropped.stream().map(name -> "drop table " + name + ";\n").collect(Collectors.joining());
        replaced.putAll(revisions);
        revisions.clear();
        ancestors.clear();
        ancestors.put(id, Set.of());
        revisions.put(
                id,
                new Revision(
                        id,
                        List.of(),
                        "squash",
                        names.stream().map(name -> "table " + name).toList(),
                        text));
    }

    private void addColumn(String id, String table, List<String> up, List<String> down, List<String> lost) {
        String name =
                random.nextInt(3) == 0 ? NAMES.get(random.nextInt(NAMES.size())).formatted(++counter) : "c" + ++counter;
        Books books = tables.get(table);
        up.add("alter table " + table + " add column " + name + " varchar(80);\n-- means: addColumn(" + java(table)
                + ", column(" + java(name) + ", varchar(80)));\n");
        down.add(0, "alter table " + table + " drop column " + name + ";\n");
        if (!lost.contains("table " + table)) {
            lost.add("column " + table + "." + name);
        }
        books.put(name, "varchar(80)", id);
    }

    private void dropColumn(String id, String table, List<String> up, List<String> down) {
        Books books = tables.get(table);
        Cell code = books.columns.get("code");
        if (code == null) {
            return;
        }
        up.add("alter table " + table + " drop column code;\n-- means: dropColumn(" + java(table) + ", \"code\");\n");
        down.add(0, "alter table " + table + " add column code " + code.type() + ";\n");
        books.columns.remove("code");
        books.last = id;
    }

    /** A name as a literal of Java. */
    private static String java(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Writes the files of revisions. */
    void write(Path folder, List<String> ids) throws IOException {
        Files.createDirectories(folder);
        for (String id : ids) {
            Files.writeString(file(folder, id), revisions.get(id).text());
        }
        for (Revision revision : replaced.values()) {
            Files.writeString(file(folder, revision.id()), revision.text());
        }
    }

    static Path file(Path folder, String id) {
        return folder.resolve(id + ".sql");
    }

    /** Returns each column as {@code table.column}. */
    Map<String, Cell> columns() {
        Map<String, Cell> columns = new TreeMap<>();
        tables.forEach(
                (table, books) -> books.columns.forEach((column, cell) -> columns.put(table + "." + column, cell)));
        return columns;
    }

    /** Returns the tables, each with the revision that created it. */
    Map<String, String> tables() {
        return tables.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, table -> table.getValue().since));
    }
}
