package io.retort.lint;

/** What a run does with the lint findings about its pending revisions. */
public enum OnlineCheck {
    /** Does not judge the revisions. */
    OFF,
    /** Reports each finding as a warning, and runs. */
    WARN,
    /** Reports each finding as a warning, and refuses to run if one of them is an error. */
    ENFORCE
}
