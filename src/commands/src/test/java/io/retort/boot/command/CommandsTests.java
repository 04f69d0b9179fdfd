package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.retort.error.RetortException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTests {

    private final Commands commands = new Commands(List.of(
            CommandDefinition.named("upgrade")
                    .arguments(1)
                    .options("sql", "plan")
                    .runs(context -> CommandOutcome.ok()),
            CommandDefinition.named("current").runs(context -> CommandOutcome.ok())));

    @Test
    void findsACommandByItsWord() {
        assertThat(find("upgrade head --sql").name()).isEqualTo("upgrade");
    }

    @Test
    void namesAllCommandsWhenThereIsNoSuchOne() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> find("up"))
                .withMessageContainingAll("There is no command 'up'.", "upgrade, current");
    }

    @Test
    void namesTheOptionsWhenThereIsNoSuchOne() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> find("upgrade --fast"))
                .withMessageContainingAll("'upgrade' has no option --fast.", "--plan, --sql");
    }

    @Test
    void refusesWordsThatItDoesNotTake() {
        assertThatExceptionOfType(RetortException.class)
                .isThrownBy(() -> find("upgrade head tomorrow"))
                .withMessageContaining("'tomorrow'");
    }

    private CommandDefinition find(String line) {
        return commands.find(CommandLine.parse(line));
    }
}
