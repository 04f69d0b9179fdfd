package io.retort.boot.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.retort.boot.internal.CommandForm;
import io.retort.boot.internal.RunStyle;
import io.retort.error.Advice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command that is copied from an advice into a shell has the arguments that were meant, whatever they contain. */
class PastedCommandsTests {

    private static final String SIGNS = "$(){}`\"'\\!;&|<>*?#~ \t\n\r\u001b%^[]=:@,-_au0\u00e9\u20ac";

    private static final List<String> KNOWN = List.of(
            "$(touch broken)\"",
            "`touch broken`",
            "<$(touch broken)",
            "<from>:$(touch broken)",
            "<a>broken",
            "\"; touch broken; \"",
            "Hello!",
            "C:\\new\\u0041",
            "a b");

    @TempDir
    Path folder;

    @Test
    void packagedApplicationsReceiveTheArguments() throws Exception {
        for (String value : values()) {
            RunStyle style = RunStyle.ofCommand(CommandForm.PACKAGED, "history");
            for (RunStyle of : List.of(
                    style,
                    unit(style, value),
                    style.of(value),
                    unit(style, value).of(value))) {
                String line = pasted(show(value).in(of) + " printenv RETORT_COMMAND");
                CommandLine parsed = CommandLine.parse(line.substring(0, line.length() - 1));

                assertThat(parsed.words()).as(line).containsExactly(value);
                assertThat(parsed.option("message")).contains(value);
                assertThat(parsed.option("head")).contains(value);
                assertThat(parsed.options().values()).containsOnly(value);
            }
        }
        assertThat(folder.resolve("broken")).doesNotExist();
    }

    @Test
    void mavenGoalsReceiveTheArguments() throws Exception {
        String mvn = "mvn() { for word; do printf '%s\\0' \"$word\"; done; }\n";
        for (String value : values()) {
            RunStyle style = RunStyle.ofCommand(CommandForm.MAVEN, "history");
            String words = pasted(mvn + show(value).in(unit(style, value).of(value)));

            assertThat(words.split("\0"))
                    .containsExactly(
                            "migrate:show",
                            "-Dunit=" + value,
                            "-Dtenant=" + value,
                            "-Dtarget=" + value,
                            "-Dmessage=" + value,
                            "-Dhead=" + value);
        }
        assertThat(folder.resolve("broken")).doesNotExist();
    }

    @Test
    void partsOfACommandKeepTheirValue() throws Exception {
        for (String value : values()) {
            Advice target = Advice.target(value);
            String maven = target.in(RunStyle.ofCommand(CommandForm.MAVEN, "history"));
            String packaged = target.in(RunStyle.ofCommand(CommandForm.PACKAGED, "history"));
            String shown = target.in(RunStyle.ofCommand(CommandForm.PACKAGED, "show"));

            assertThat(pasted("printf '%s\\0' " + maven)).isEqualTo("-Drange=:" + value + "\0");
            assertThat(CommandLine.parse("history " + unquoted(packaged)).option("range"))
                    .contains(":" + value);
            assertThat(CommandLine.parse(unquoted(shown)).words()).containsExactly(value);
        }
        assertThat(folder.resolve("broken")).doesNotExist();
    }

    private static Advice show(String value) {
        return Advice.command(
                "show", Advice.target(value), Advice.quoted("message", value), Advice.option("head", value));
    }

    private static RunStyle unit(RunStyle style, String name) {
        return style.in(new RunStyle.Unit(name, null, setting -> false), true);
    }

    /** A target cannot begin like an option. */
    private static List<String> values() {
        Random random = new Random(4711);
        List<String> values = new ArrayList<>(KNOWN);
        for (int i = 0; i < 60; i++) {
            StringBuilder value = new StringBuilder(i % 2 == 0 ? "a" : "\"");
            for (int length = 1 + random.nextInt(12); length > 0; length--) {
                value.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            values.add(value.toString());
        }
        return values;
    }

    private String unquoted(String text) throws IOException, InterruptedException {
        return pasted("printf %s \"" + text + '"');
    }

    private String pasted(String command) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no POSIX shell");
        Path errors = folder.resolve("errors");
        Process shell = new ProcessBuilder("/bin/sh", "-c", "eval \"$(cat; echo)\"")
                .directory(folder.toFile())
                .redirectError(errors.toFile())
                .start();
        shell.getOutputStream().write(command.getBytes(StandardCharsets.UTF_8));
        shell.getOutputStream().close();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor())
                .as("%s: %s", command, Files.readString(errors))
                .isZero();
        return printed;
    }
}
