package io.retort.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.retort.error.AdviceStyle.Login;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AdviceTests {

    @ParameterizedTest
    @MethodSource("advices")
    void namesNoToolInTheStyleOfTheLibrary(Advice advice, String text) {
        assertThat(advice).hasToString(text);
        assertThat(advice.in(AdviceStyle.LIBRARY)).isEqualTo(text);
    }

    static Stream<Arguments> advices() {
        return Stream.of(
                Arguments.of(Advice.of("Try again."), "Try again."),
                Arguments.of(Advice.of(), ""),
                Arguments.of(Advice.of("Wait ", 3, " seconds."), "Wait 3 seconds."),
                Arguments.of(Advice.of("Run ", Advice.command("upgrade"), "."), "Run the command `upgrade`."),
                Arguments.of(Advice.of("Run `", Advice.command("upgrade"), "`."), "Run `upgrade`."),
                Arguments.of(
                        Advice.of(
                                "Run ",
                                Advice.command(
                                        "merge",
                                        Advice.target("a,b"),
                                        Advice.option("splice"),
                                        Advice.option("format", "sql"),
                                        Advice.quoted("message", "join a and b"))),
                        "Run the command `merge a,b --splice --format=sql --message=\"join a and b\"`"),
                Arguments.of(Advice.of("Or name one: `", Advice.target("abc"), "`."), "Or name one: `abc`."),
                Arguments.of(Advice.of("from a on (", Advice.target("a:b"), ")"), "from a on (the target `a:b`)"),
                Arguments.of(Advice.of("Leave out ", Advice.option("sql"), "."), "Leave out the option `--sql`."),
                Arguments.of(Advice.of("Set ", Advice.setting("ahead", "allow"), "."), "Set the option `ahead=allow`."),
                Arguments.of(
                        Advice.of("End it. ", Advice.setting("lock.timeout"), " sets how long to wait."),
                        "End it. The option `lock.timeout` sets how long to wait."),
                Arguments.of(Advice.of(Advice.command("heads"), " lists them."), "The command `heads` lists them."),
                Arguments.of(
                        Advice.of("Check ", Advice.dataSource(Login.URL), "."), "Check the URL of the data source."),
                Arguments.of(
                        Advice.of("Check ", Advice.dataSource(Login.URL, Login.USER, Login.PASSWORD), "."),
                        "Check the URL, user and password of the data source."));
    }

    @Test
    void leavesTextAsItIs() {
        String message = "say \"mvn migrate:upgrade\", `-Dtarget=x`, retort.url and the $1 of shop$eu. the end";

        assertThat(Advice.of(message)).hasToString(message);
        assertThat(new RetortException("It failed.", message).action()).isEqualTo(message);
        assertThat(Advice.of("a", Advice.of(" b ", Advice.of("the c"))).and(". the d"))
                .hasToString("a b the c. the d");
    }

    @Test
    void isAValue() throws Exception {
        Advice advice = Advice.of("Run ", Advice.command("upgrade", Advice.target("head")), ".");

        assertThat(advice)
                .isEqualTo(Advice.of("Run ", Advice.command("upgrade", Advice.target("head")))
                        .and("."))
                .hasSameHashCodeAs(Advice.of("Run ", Advice.command("upgrade", Advice.target("head")), "."))
                .isNotEqualTo(Advice.of("Run ", Advice.command("upgrade", Advice.target("heads")), "."))
                .isNotEqualTo(Advice.of(advice.toString()));
        RetortException failure = new RetortException("It failed.", advice, ExitStatus.USAGE);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(failure);
        RetortException read =
                (RetortException) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertThat(read.advice()).isEqualTo(advice);
        assertThat(read).hasMessage("It failed." + System.lineSeparator() + "  Run the command `upgrade head`.");
    }

    @Test
    void refusesWhatACommandCannotHave() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Advice.command("merge", Advice.of("--message")))
                .withMessage("Not an option or a target: --message");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Advice.command("merge", Advice.setting("table")));
        assertThatNullPointerException().isThrownBy(() -> Advice.of("a", null));
    }
}
