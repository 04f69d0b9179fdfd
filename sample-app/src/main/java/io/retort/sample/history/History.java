package io.retort.sample.history;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All revisions that a database has applied, the latest first. */
record History(List<AppliedRevision> revisions) {

    History {
        revisions = List.copyOf(revisions);
    }

    /** The revisions that no other applied revision follows: where the database is. */
    Set<String> heads() {
        Set<String> heads = revisions.stream().map(AppliedRevision::id).collect(Collectors.toCollection(TreeSet::new));
        revisions.forEach(revision -> revision.parents().forEach(heads::remove));
        return heads;
    }
}
