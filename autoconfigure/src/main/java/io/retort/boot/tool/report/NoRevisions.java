package io.retort.boot.tool.report;

/** What is said to an application whose history is still empty. */
final class NoRevisions {

    static final String SENTENCE =
            "The application has no revisions. Next: mvn migrate:revision -Dmessage=\"create first tables\"";

    private NoRevisions() {}
}
