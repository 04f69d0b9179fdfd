package io.retort.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InitMojoTests {

    @Test
    void describesThePackageToItsReaders() {
        assertThat(InitMojo.packageInfo("db.revisions.billing")).isEqualTo("""
                /**
                 * The revisions of this application's database schema, one class each.
                 *
                 * <p>{@code mvn migrate:revision} writes a revision, and the application applies pending revisions when it starts.
                 */
                package db.revisions.billing;
                """);
    }
}
