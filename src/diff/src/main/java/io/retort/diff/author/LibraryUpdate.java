package io.retort.diff.author;

import io.retort.operation.Operation;
import java.util.List;

/**
 * The differences that a new version of the library causes, such as Hibernate: no source of their entities changed.
 *
 * @param before the library that wrote the revision, such as {@code Hibernate 7.3.0.Final}
 * @param now the library that reads the entities
 * @param revision the id of the newest revision that names its library
 * @param operations the operations of the difference that the new version causes
 */
record LibraryUpdate(String before, String now, String revision, List<Operation> operations) {

    /** Copies the list. */
    public LibraryUpdate {
        operations = List.copyOf(operations);
    }

    /** Returns the heading of the operations. */
    String heading() {
        return "The new version " + now
                + " causes these differences, because the sources of these entities did not change since" + " revision "
                + revision + " (" + before + "):";
    }

    /** Returns one sentence that names the operations. */
    String remark() {
        return now + " instead of " + before + " causes "
                + (operations.size() == 1 ? "this change" : "these changes")
                + ", because the sources of these entities did not change since revision " + revision + ": "
                + String.join("; ", operations.stream().map(Operation::describe).toList()) + ".";
    }
}
