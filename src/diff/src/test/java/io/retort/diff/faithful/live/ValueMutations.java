package io.retort.diff.faithful.live;

import java.util.List;

/** Enum constants that change. */
final class ValueMutations {

    private ValueMutations() {}

    static List<LiveMutation> all() {
        return List.of(
                LiveMutation.of(
                                "constant nobody knows",
                                "alter table item drop constraint item_state_check",
                                "alter table item add constraint item_state_check check (state in ('FRESH', 'SOLD', 'LOST'))")
                        .mysql("alter table item modify state enum ('FRESH', 'SOLD', 'LOST')")
                        .h2("alter table item alter column state set data type enum ('FRESH', 'SOLD', 'LOST')")
                        .on(
                                "hsqldb",
                                "alter table item drop constraint item_state_check",
                                "alter table item add constraint item_state_check check (state in ('FRESH', 'SOLD', 'LOST'))")
                        .sqlite("item", "\\('FRESH', ?'SOLD'\\)", "('FRESH', 'SOLD', 'LOST')")
                        .found("- constraint on item: check", "+ constraint on item: check")
                        .foundOn("mysql", "~ column item.state")
                        .foundOn("mariadb", "~ column item.state")
                        .foundOn("h2", "~ column item.state"),
                LiveMutation.of(
                                "constant missing",
                                "alter table item drop constraint item_state_check",
                                "alter table item add constraint item_state_check check (state in ('FRESH'))")
                        .mysql("alter table item modify state enum ('FRESH')")
                        .h2("alter table item alter column state set data type enum ('FRESH')")
                        .on(
                                "hsqldb",
                                "alter table item drop constraint item_state_check",
                                "alter table item add constraint item_state_check check (state in ('FRESH'))")
                        .sqlite("item", "\\('FRESH', ?'SOLD'\\)", "('FRESH')")
                        .found("- constraint on item: check", "+ constraint on item: check")
                        .foundOn("mysql", "~ column item.state")
                        .foundOn("mariadb", "~ column item.state")
                        .foundOn("h2", "~ column item.state"),
                LiveMutation.of("constants not checked", "alter table item drop constraint item_state_check")
                        .mysql("alter table item modify state varchar(255)")
                        .h2("alter table item alter column state set data type varchar(255)")
                        .on("hsqldb", "alter table item drop constraint item_state_check")
                        .sqlite("item", ",\\s*(constraint \\S+ )?check \\(state in [^)]*\\)\\)", "")
                        .found("+ constraint on item: check")
                        .foundOn("mysql", "~ column item.state")
                        .foundOn("mariadb", "~ column item.state")
                        .foundOn("h2", "~ column item.state"),
                LiveMutation.of("label nobody knows", "alter type mood add value 'AWFUL'")
                        .mysql("alter table person modify mood enum ('AWFUL', 'BAD', 'GOOD')")
                        .h2("alter table person alter column mood set data type enum ('AWFUL', 'BAD', 'GOOD')")
                        .on(
                                "hsqldb",
                                "alter table person drop constraint person_mood_check",
                                "alter table person add constraint person_mood_check check (mood in ('AWFUL', 'BAD', 'GOOD'))")
                        .sqlite("person", "\\('GOOD', ?'BAD'\\)", "('AWFUL', 'BAD', 'GOOD')")
                        .found("~ type mood")
                        .foundOn(
                                "sqlite",
                                "- constraint on person: check",
                                "+ constraint on person: check person_mood_check")
                        .foundOn(
                                "hsqldb",
                                "- constraint on person: check",
                                "+ constraint on person: check person_mood_check")
                        .foundOn("mysql", "~ column person.mood")
                        .foundOn("mariadb", "~ column person.mood")
                        .foundOn("h2", "~ column person.mood"),
                LiveMutation.of("label between", "alter type mood add value 'AWFUL' before 'BAD'")
                        .mysql("alter table person modify mood enum ('BAD', 'AWFUL', 'GOOD')")
                        .h2("alter table person alter column mood set data type enum ('BAD', 'AWFUL', 'GOOD')")
                        .on(
                                "hsqldb",
                                "alter table person drop constraint person_mood_check",
                                "alter table person add constraint person_mood_check check (mood in ('GOOD', 'AWFUL', 'BAD'))")
                        .sqlite("person", "\\('GOOD', ?'BAD'\\)", "('GOOD', 'AWFUL', 'BAD')")
                        .found("~ type mood")
                        .foundOn(
                                "sqlite",
                                "- constraint on person: check",
                                "+ constraint on person: check person_mood_check")
                        .foundOn(
                                "hsqldb",
                                "- constraint on person: check",
                                "+ constraint on person: check person_mood_check")
                        .foundOn("mysql", "~ column person.mood")
                        .foundOn("mariadb", "~ column person.mood")
                        .foundOn("h2", "~ column person.mood"),
                LiveMutation.of("label under another name", "alter type mood rename value 'BAD' to 'POOR'")
                        .mysql("alter table person modify mood enum ('POOR', 'GOOD')")
                        .h2("alter table person alter column mood set data type enum ('POOR', 'GOOD')")
                        .on(
                                "hsqldb",
                                "alter table person drop constraint person_mood_check",
                                "alter table person add constraint person_mood_check check (mood in ('GOOD', 'POOR'))")
                        .sqlite("person", "\\('GOOD', ?'BAD'\\)", "('GOOD', 'POOR')")
                        .found("~ type mood")
                        .foundOn(
                                "sqlite",
                                "- constraint on person: check",
                                "+ constraint on person: check person_mood_check")
                        .foundOn(
                                "hsqldb",
                                "- constraint on person: check",
                                "+ constraint on person: check person_mood_check")
                        .foundOn("mysql", "~ column person.mood")
                        .foundOn("mariadb", "~ column person.mood")
                        .foundOn("h2", "~ column person.mood"),
                LiveMutation.of(
                                "labels in another order",
                                "alter type mood rename value 'BAD' to 'X'",
                                "alter type mood rename value 'GOOD' to 'BAD'",
                                "alter type mood rename value 'X' to 'GOOD'")
                        .mysql("alter table person modify mood enum ('GOOD', 'BAD')")
                        .h2("alter table person alter column mood set data type enum ('GOOD', 'BAD')")
                        .on(
                                "hsqldb",
                                "alter table person drop constraint person_mood_check",
                                "alter table person add constraint person_mood_check check (mood in ('BAD', 'GOOD'))")
                        .sqlite("person", "\\('GOOD', ?'BAD'\\)", "('BAD', 'GOOD')")
                        .found("~ type mood")
                        // the order of the values in a check constraint does not matter
                        .nothingOnSqlite("person", "\\('BAD', ?'GOOD'\\)", "('GOOD', 'BAD')")
                        .foundOn("sqlite")
                        .nothingOn(
                                "hsqldb",
                                "alter table person drop constraint person_mood_check",
                                "alter table person add constraint person_mood_check check (mood in ('GOOD', 'BAD'))")
                        .foundOn("hsqldb")
                        .foundOn("mysql", "~ column person.mood")
                        .foundOn("mariadb", "~ column person.mood")
                        .foundOn("h2", "~ column person.mood"));
    }
}
