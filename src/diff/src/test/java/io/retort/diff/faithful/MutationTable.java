package io.retort.diff.faithful;

import io.retort.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Mutations and databases as a Markdown table, followed by what a database does not support. */
final class MutationTable {

    private final String title;
    private final List<TestDatabase> databases = new ArrayList<>();
    private final Map<String, Map<TestDatabase, String>> cells = new TreeMap<>();
    private final List<String> reasons = new ArrayList<>();

    MutationTable(String title) {
        this.title = title;
    }

    void found(String mutation, TestDatabase database, int operations) {
        cell(mutation, database, operations == 0 ? "nothing" : String.valueOf(operations));
    }

    void cannot(String mutation, TestDatabase database, String because) {
        if (!reasons.contains(because)) {
            reasons.add(because);
        }
        cell(mutation, database, "- (" + (reasons.indexOf(because) + 1) + ")");
    }

    /** Printed immediately, because the build reports failures only at the end. */
    void failed(String mutation, TestDatabase database, Throwable why) {
        cell(mutation, database, "FAILED");
        System.out.println("[mutations] " + mutation + " on " + database + ": "
                + String.valueOf(why.getMessage()).strip().replaceAll("\\s*\n\\s*", " "));
    }

    private void cell(String mutation, TestDatabase database, String text) {
        if (!databases.contains(database)) {
            databases.add(database);
        }
        cells.computeIfAbsent(mutation, m -> new TreeMap<>()).put(database, text);
    }

    void print() {
        System.out.println("[mutations] " + title + ": " + cells.size() + ", operations found on each database");
        System.out.println("| mutation | "
                + String.join(
                        " | ",
                        databases.stream()
                                .map(database -> database.product() + " "
                                        + database.server().version())
                                .toList())
                + " |");
        System.out.println("|---|" + "---|".repeat(databases.size()));
        cells.forEach((mutation, row) -> System.out.println("| " + mutation + " | "
                + String.join(
                        " | ",
                        databases.stream()
                                .map(database -> row.getOrDefault(database, "not run"))
                                .toList())
                + " |"));
        for (int i = 0; i < reasons.size(); i++) {
            System.out.println("(" + (i + 1) + ") " + reasons.get(i));
        }
    }
}
