package io.retort.diff.faithful.live;

import java.util.List;

/** Sequences that change. */
final class CounterMutations {

    private CounterMutations() {}

    static List<LiveMutation> all() {
        return List.of(
                LiveMutation.of("sequence dropped", "drop sequence numbers")
                        .cannot("it has no sequences", "mysql")
                        .cannot("it has no sequences", "sqlite")
                        .found("+ sequence numbers"),
                LiveMutation.of("sequence nobody knows", "create sequence stranger")
                        .cannot("it has no sequences", "mysql")
                        .cannot("it has no sequences", "sqlite")
                        .nothing("drop sequence stranger"),
                LiveMutation.of("other steps", "alter sequence numbers increment by 7")
                        .cannot("it has no sequences", "mysql")
                        .cannot("it has no sequences", "sqlite")
                        .found("~ sequence numbers"),
                LiveMutation.of("other start", "alter sequence numbers start with 77")
                        .on("mariadb", "alter sequence numbers start 77")
                        .cannot("it has no sequences", "mysql")
                        .cannot(
                                "H2 cannot change the start without a restart; the start is compared if the current value has moved",
                                "h2")
                        .cannot("it has no sequences", "sqlite")
                        .on("hsqldb", "drop sequence numbers", "create sequence numbers start with 77 increment by 50")
                        .found("~ sequence numbers"),
                LiveMutation.of("an end", "alter sequence numbers maxvalue 1000000")
                        .on("mariadb", "alter sequence numbers maxvalue = 1000000")
                        .cannot("it has no sequences", "mysql")
                        .cannot("it has no sequences", "sqlite")
                        .nothing("alter sequence numbers no maxvalue")
                        .nothingOn("mariadb", "alter sequence numbers nomaxvalue"),
                LiveMutation.of("begins again", "alter sequence numbers cycle")
                        .cannot("it has no sequences", "mysql")
                        .cannot("it has no sequences", "sqlite")
                        .nothing("alter sequence numbers no cycle")
                        .nothingOn("mariadb", "alter sequence numbers nocycle"),
                LiveMutation.of("takes more at once", "alter sequence numbers cache 20")
                        .on("mariadb", "alter sequence numbers cache = 20")
                        .cannot("it has no sequences", "mysql")
                        .cannot("it has no sequences", "sqlite")
                        .cannot("it keeps the numbers in memory anyway", "hsqldb")
                        .nothing("alter sequence numbers cache 1")
                        .nothingOn("mariadb", "alter sequence numbers nocache")
                        .nothingOn("h2", "alter sequence numbers cache 32"));
    }
}
