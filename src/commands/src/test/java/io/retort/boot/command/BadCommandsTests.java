package io.retort.boot.command;

import static io.retort.testkit.TestDatabase.H2;
import static org.assertj.core.api.Assertions.assertThat;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Invalid command lines produce messages, change no database and write no file. {@code -Dgolden.write} rewrites the
 * messages.
 */
class BadCommandsTests {

    private static final Path FILE = Path.of("src/test/resources/badinput/commands.txt");

    @TempDir
    Path folder;

    @Test
    void mistakesInCommandsAreAnsweredWithSentences() throws Exception {
        StringBuilder answers = new StringBuilder();
        for (String mistake : mistakes()) {
            answers.append("=== ")
                    .append(mistake)
                    .append('\n')
                    .append(answer(mistake))
                    .append("\n\n");
        }
        if (System.getProperty("golden.write") != null) {
            Files.writeString(FILE, answers);
        }

        assertThat(answers.toString()).isEqualTo(Files.readString(FILE)).doesNotContain("\tat ", "!!");
    }

    private static List<String> mistakes() throws IOException {
        return Files.readAllLines(FILE).stream()
                .filter(line -> line.startsWith("=== "))
                .map(line -> line.substring(4))
                .toList();
    }

    private String answer(String mistake) throws Exception {
        try (TestDb db = H2.server().newDatabase()) {
            Dialogue dialogue = new Dialogue(db, List.of("classpath:story"), folder);
            String answer = answer(mistake.equals("(nothing)") ? "" : mistake, dialogue);
            if (answer.startsWith("!!")) {
                return answer;
            }
            assertThat(dialogue.tables()).as("tables after %s", mistake).isEmpty();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).as("files after %s", mistake).isEmpty();
            }
            return answer.replace(db.url(), "[db]").replace(folder.toString(), "[folder]");
        }
    }

    private static String answer(String line, Dialogue dialogue) {
        try {
            Dialogue.Answer answer = dialogue.tryTo(line);
            return answer.status() == ExitStatus.OK
                    ? "!! accepted"
                    : "exit " + answer.status().code() + "\n" + answer.talk().strip();
        } catch (RetortException mistake) {
            return "exit " + mistake.status().code() + "\n" + mistake.getMessage();
        } catch (RuntimeException e) {
            return "!! no sentence but " + e;
        }
    }
}
