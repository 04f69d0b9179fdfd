package io.retort.lint;

/** How serious a finding is. */
public enum Level {
    /** The change stops a running application, fails, or loses data. */
    ERROR,
    /** The change can disturb a running application. */
    WARNING,
    /** Worth knowing; nothing is stopped. */
    INFO
}
