package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retort.error.ExitStatus;
import io.retort.error.RetortException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.json.JsonParserFactory;

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

    @Test
    void isAnObjectWithJson() {
        Map<String, Object> all = JsonParserFactory.getJsonParser().parseMap(help("help --json"));
        assertThat(all)
                .containsEntry("retort", 1)
                .containsEntry("exit", 0)
                .containsOnlyKeys("retort", "exit", "commands");
        assertThat((List<?>) all.get("commands"))
                .hasSameSizeAs(commands.words())
                .allSatisfy(each -> assertThat((Map<?, ?>) each).hasSize(3).doesNotContainValue(null));

        assertThat(help("help stamp --json"))
                .isEqualTo(
                        "{\"retort\":1,\"exit\":0,\"commands\":[{\"command\":\"stamp\",\"description\":\"Sets the current"
                                + " revision without running revisions.\",\"options\":[\"json\",\"output\",\"purge\",\"sql\",\"tenant\","
                                + "\"unit\"]}]}" + System.lineSeparator());
        assertThat(help("help stamp")).startsWith("stamp: Sets").endsWith("several" + System.lineSeparator());
    }

    @ParameterizedTest
    @ValueSource(strings = {"help --nope", "help stamp show", "help nope --json", "help --json=1", "help --x --json"})
    void refusesWhatItDoesNotKnow(String line) {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> help(line))
                .satisfies(failure -> assertThat(failure.status()).isEqualTo(ExitStatus.USAGE));
    }

    @ParameterizedTest
    @CsvSource({
        "--json, true",
        "--json upgrade, true",
        "help --json, true",
        "help nope --json, true",
        "upgrade --json --json, true",
        "--jsonx, false",
        "help, false"
    })
    void knowsWhetherTheUserWantsJson(String line, boolean json) {
        assertThat(CommandLine.wantsJson(line)).isEqualTo(json);
    }

    private String help(String line) {
        return CommandHelp.of(commands, CommandLine.parse(line));
    }
}
