package io.retort.boot.tool.report;

/** The message for an empty history. */
final class NoRevisions {

    static final String SENTENCE =
            "The application has no revisions. Next: mvn migrate:revision -Dmessage=\"create first tables\"";

    private NoRevisions() {}
}
