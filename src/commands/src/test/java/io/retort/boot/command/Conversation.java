package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.testkit.TestDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/**
 * A file of commands with their complete output. The command follows {@code $}, SQL that runs between commands follows
 * {@code >}, and {@code #} starts a comment. {@code -Dgolden.write} rewrites the output.
 */
final class Conversation {

    private final Path file;

    /** @param name the name of the file, without its extension */
    Conversation(String name) {
        this.file = Path.of("src/test/resources/conversations", name + ".txt");
    }

    /**
     * Runs the commands and compares the output.
     *
     * @param tool runs a command
     * @param db runs the SQL
     * @param steady replaces values that differ between runs
     */
    void goesAsWritten(ToolInside tool, TestDb db, UnaryOperator<String> steady) throws Exception {
        StringBuilder held = new StringBuilder();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("#")) {
                held.append(line).append("\n\n");
            } else if (line.startsWith("> ")) {
                db.execute(line.substring(2));
                held.append(line).append("\n\n");
            } else if (line.startsWith("$ ")) {
                ToolInside.Answer answer = tool.run(line.substring(2));
                held.append(line).append('\n').append(steady.apply(answer.seen()));
                held.append(ending(answer)).append('\n');
            }
        }
        keep(held.toString());

        assertThat(held.toString()).isEqualTo(Files.readString(file));
    }

    private static String ending(ToolInside.Answer answer) {
        int code = answer.outcome().status().code();
        return code == 0 ? "" : "[exit " + code + "]\n";
    }

    private void keep(String held) throws IOException {
        Files.writeString(
                Files.createDirectories(Path.of("target/conversations")).resolve(file.getFileName()), held);
        if (System.getProperty("golden.write") != null) {
            Files.writeString(file, held);
        }
    }
}
