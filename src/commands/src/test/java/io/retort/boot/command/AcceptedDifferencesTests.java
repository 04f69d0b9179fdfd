package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.retort.boot.autoconfigure.properties.RetortProperties;
import io.retort.error.RetortException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptedDifferencesTests {

    @TempDir
    Path folder;

    @Test
    void readsOneObjectFromEachLine() throws IOException {
        AcceptedDifferences accepted = read("""
                # OPS-117
                keep=account.ix_mail

                keep="Weird ""Q"" t"
                keep=legacy_a, legacy_b
                """);

        assertThat(accepted.patterns()).containsExactly("account.ix_mail", "Weird \"Q\" t", "legacy_a", "legacy_b");
        assertThat(accepted.remark()).singleElement().asString().contains("account.ix_mail, \"Weird \"\"Q\"\" t\"");
    }

    @Test
    void namesTheLineThatMatchesNothing() throws IOException {
        AcceptedDifferences accepted = read("# OPS-117\nkeep=account.ix_mail\n\nkeep=acount, \"Legacy B\"\n");
        String file = folder.resolve("answers.txt").toString().replace('\\', '/');

        assertThat(accepted.warnings(List.of("flyway_*"))).isEmpty();
        assertThat(accepted.warnings(List.of("flyway_*", "acount", "Legacy B")))
                .containsExactly(
                        file
                                + ":4 accepts differences of acount, but neither the entities nor the database have an object of"
                                + " this name.",
                        file
                                + ":4 accepts differences of \"Legacy B\", but neither the entities nor the database have an"
                                + " object of this name.");
    }

    /** Line ends and comments of the team stay, also where the last line has no end. */
    @Test
    void addsLinesBelowTheOthers() throws IOException {
        Path file = folder.resolve("answers.txt");
        RetortProperties properties = new RetortProperties();
        properties.setAnswers(file.toString());
        Files.writeString(file, "# OPS-117\r\nkeep=account.ix_mail");

        assertThat(AcceptedDifferences.add(List.of("ACCOUNT.ix_mail", "account.primary key"), properties))
                .containsExactly("account.primary key");
        assertThat(AcceptedDifferences.add(List.of("account.primary key"), properties))
                .isEmpty();

        String end = System.lineSeparator();
        assertThat(Files.readString(file))
                .isEqualTo("# OPS-117\r\nkeep=account.ix_mail" + end + "keep=account.primary key" + end);
        assertThat(AcceptedDifferences.of(properties).patterns())
                .containsExactly("account.ix_mail", "account.primary key");
    }

    @Test
    void needsNoFile() {
        RetortProperties properties = new RetortProperties();
        properties.setAnswers(folder.resolve("none.txt").toString());

        assertThat(AcceptedDifferences.of(properties).remark()).isEmpty();
    }

    @Test
    void refusesAnswersOfOneRevision() {
        assertThatThrownBy(() -> read("# names\nrename=customer.mail:email"))
                .isInstanceOf(RetortException.class)
                .hasMessageContaining("answers.txt:2 does not accept a difference: rename=customer.mail:email")
                .hasMessageContaining("`keep=table.object`");
    }

    private AcceptedDifferences read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("answers.txt"), text);
        RetortProperties properties = new RetortProperties();
        properties.setAnswers(file.toString());
        return AcceptedDifferences.of(properties);
    }
}
