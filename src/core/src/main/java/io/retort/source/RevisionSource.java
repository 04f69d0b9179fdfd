package io.retort.source;

import java.util.List;

/** Finds revisions: classes or SQL files. */
@FunctionalInterface
public interface RevisionSource {

    /**
     * Returns the revisions, in any order, without loading their migrations.
     *
     * @throws io.retort.error.RetortException if a revision cannot be read
     */
    List<RevisionCode> revisions();
}
