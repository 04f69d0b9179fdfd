package io.retort.run.source;

import java.util.List;

/** A place where revisions are found. */
@FunctionalInterface
public interface RevisionSource {

    /**
     * Finds the revisions, in any order, without loading their migrations.
     *
     * @throws io.retort.error.RetortException if something there looks like a revision but cannot be read as one
     */
    List<RevisionCode> revisions();
}
