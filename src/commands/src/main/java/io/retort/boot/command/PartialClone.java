package io.retort.boot.command;

import io.retort.error.Advice;

/** A clone that lacks commits. Both kinds fetch one branch, also when more of its commits are fetched. */
enum PartialClone {
    SHALLOW("a shallow clone, which lacks older commits and other branches", "git fetch --unshallow"),
    ONE_BRANCH("a clone of one branch, which lacks the other branches", "git fetch");

    private final String lack;
    private final String fetch;

    PartialClone(String lack, String fetch) {
        this.lack = lack;
        this.fetch = fetch;
    }

    /** Returns the sentence that says what it lacks, without the full stop. */
    String sentence() {
        return "The repository is " + lack;
    }

    /** Returns how to get all commits. */
    Advice advice() {
        return Advice.of(
                "Get all commits with git remote set-branches origin '*' and " + fetch + ", then run this again.");
    }
}
