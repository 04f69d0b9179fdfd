package io.retort.boot.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retort.error.RetortException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandHelpTests {

    private final Commands commands = Commands.all();

    @Test
    void describesEveryCommand() {
        List<String> lines = CommandHelp.lines(commands, List.of());
        commands.words().forEach(name -> assertThat(lines).anyMatch(line -> line.startsWith(name + " ")));
        assertThat(lines).noneMatch(line -> line.contains("null"));
    }

    @Test
    void listsTheOptionsOfOneCommand() {
        assertThat(CommandHelp.lines(commands, List.of("stamp")))
                .containsExactly(
                        "stamp: Sets the current revision without running revisions.",
                        "  --json",
                        "  --output",
                        "  --purge",
                        "  --sql",
                        "  --unit, --tenant: in an application that has several");
    }

    @Test
    void refusesAnUnknownCommand() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> CommandHelp.lines(commands, List.of("upgarde")))
                .withMessageContaining("There is no command 'upgarde'.");
    }
}
