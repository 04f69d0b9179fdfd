package io.retort.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shell passes a quoted value on as it is. */
class ShellWordTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer.mail:email",
                "company=sql:dtype = 'Company'",
                "item.\"Mixed Column\"=x",
                "item.price=sql:cast($1 as text) || `x` || \"a'b\"",
                "item.note=Hello!",
                "item.path=C:\\new",
                "x\ndeadbeef  forged",
                "a\r\nb'c\\n\"$HOME"
            })
    void aShellPassesItOn(String value) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no POSIX shell");
        for (String word : new String[] {ShellWord.of(value), ShellWord.quoted(value)}) {
            Process shell = new ProcessBuilder("/bin/sh", "-c", "printf %s " + word).start();
            String passed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor()).isZero();
            assertThat(passed).isEqualTo(value);
        }
    }
}
