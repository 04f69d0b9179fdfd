package io.retort.internal.adopt;

import io.retort.internal.checksum.Crc64;
import io.retort.schema.QualifiedName;
import java.util.List;

/**
 * The history that another migration tool keeps in a database.
 *
 * @param tool the tool
 * @param table its history table, written as in SQL
 * @param applied what the tool applied successfully and did not undo, in its order: Flyway's versions, Liquibase's
 *     changesets
 * @param failed the names of scripts and changesets that failed
 * @param repeatable Flyway's repeatable scripts
 * @param replaced what replaced scripts: Flyway's baselines and baseline scripts
 */
public record ForeignHistory(
        MigrationTool tool,
        QualifiedName table,
        List<Script> applied,
        List<String> failed,
        List<String> repeatable,
        List<String> replaced) {

    /**
     * A script or changeset.
     *
     * @param name the version or the id
     * @param identity what distinguishes it from another one of this name
     */
    public record Script(String name, String identity) {}

    public ForeignHistory {
        applied = List.copyOf(applied);
        failed = List.copyOf(failed);
        repeatable = List.copyOf(repeatable);
        replaced = List.copyOf(replaced);
    }

    /** Returns whether nothing was applied. */
    public boolean isEmpty() {
        return applied.isEmpty();
    }

    /** Returns the names of what was applied, in order. */
    public List<String> names() {
        return applied.stream().map(Script::name).toList();
    }

    /** Returns the name of the last version or changeset; empty text if nothing was applied. */
    public String last() {
        return applied.isEmpty() ? "" : applied.get(applied.size() - 1).name();
    }

    /** Returns a checksum of what was applied, without its order, because tools can apply scripts out of order. */
    public String checksum() {
        return Crc64.of(applied.stream().map(Script::identity).sorted().toArray(String[]::new))
                .hex();
    }

    /** Returns the mark of a base revision that stands for this history, such as {@code flyway:41:9f3c20aa5b1d7e60}. */
    public String mark() {
        return tool.key() + ":" + last() + ":" + checksum();
    }

    /** Returns the tool, the last version and how many were applied, for people. */
    public String describe() {
        return isEmpty()
                ? tool.title() + " with nothing applied"
                : tool.title() + " at " + last() + " (" + applied.size() + " " + tool.unit()
                        + (applied.size() == 1 ? "" : "s") + ")";
    }
}
