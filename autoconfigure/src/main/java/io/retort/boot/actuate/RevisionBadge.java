package io.retort.boot.actuate;

import io.retort.boot.actuate.UnitDescription.State;

/** The state of a revision on the page. */
final class RevisionBadge {

    private RevisionBadge() {}

    static void write(HtmlWriter html, State state) {
        PageTable.badge(html, label(state), style(state));
    }

    static String label(State state) {
        return switch (state) {
            case APPLIED -> "applied";
            case PENDING -> "pending";
            case UPGRADING -> "partially applied";
            case DOWNGRADING -> "partially downgraded";
        };
    }

    private static String style(State state) {
        return switch (state) {
            case APPLIED -> "good";
            case PENDING -> "warn";
            case UPGRADING, DOWNGRADING -> "bad";
        };
    }
}
