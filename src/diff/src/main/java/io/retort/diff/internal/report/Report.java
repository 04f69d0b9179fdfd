package io.retort.diff.internal.report;

import io.retort.revision.RevisionInfo;
import io.retort.schema.QualifiedName;
import io.retort.schema.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The content of a report.
 *
 * @param json the content of {@code report.json}
 * @param before the schema that the revisions of the base produce; that of all revisions without a base
 * @param after the schema that all revisions produce
 * @param modules the module of each table
 * @param revisions the revisions, newest first
 * @param added the ids of the revisions that the base does not have
 * @param current the ids of the database's current heads; empty without a database
 */
public record Report(
        Map<String, Object> json,
        Snapshot before,
        Snapshot after,
        Map<QualifiedName, String> modules,
        List<RevisionInfo> revisions,
        Set<String> added,
        Set<String> current) {}
