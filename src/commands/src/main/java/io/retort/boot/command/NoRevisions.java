package io.retort.boot.command;

import io.retort.error.Advice;

/** The message for an empty history. */
final class NoRevisions {

    static final Advice ADVICE = Advice.of(
            "The application has no revisions. Next: ",
            Advice.command("revision", Advice.quoted("message", "create first tables")));

    private NoRevisions() {}
}
