package io.retort.internal.dialect.ansi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A condition as declared and as a database stores it are the same. */
class SameConditionTests {

    @Test
    void castsAndListsOfTheDatabaseDoNotMatter() {
        assertThat(same(
                        "state in ('NEW', 'DONE')",
                        "((state)::text = ANY ((ARRAY['NEW'::character varying, 'DONE'::character varying])::text[]))"))
                .isTrue();
        assertThat(same("n between 0 and 3", "((\"n\" >= 0) AND (\"n\" <= 3))")).isTrue();
    }

    @Test
    void otherValuesMatter() {
        assertThat(same("state in ('NEW')", "state in ('OLD')")).isFalse();
        assertThat(same("amount > 15", "amount > 2")).isFalse();
        assertThat(same("note <> 'and n = 1'", "note <> 'and n = 2'")).isFalse();
    }

    @Test
    void anotherColumnMatters() {
        assertThat(same("n > 0", "m > 0")).isFalse();
    }

    private static boolean same(String one, String other) {
        return ConstraintLookup.isSameCondition(one, other);
    }
}
