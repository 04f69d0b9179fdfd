package io.retort.maven;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsCheckTests {

    @ParameterizedTest
    @ValueSource(strings = {"--sql", "--x", " --plan", "--"})
    void aTargetIsNotMistakenForAnOption(String target) {
        assertThatThrownBy(() -> OptionsCheck.requireNoOption("target", target))
                .isInstanceOf(OptionsException.class)
                .hasMessage("-Dtarget=" + target
                        + ": a revision, a label or a target does not begin with \"--\". Nothing was run."
                        + " Type for example: -Dtarget=heads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "-x", "+2", "head-1", "a--b"})
    void otherTargetsAreAccepted(String target) {
        assertThatCode(() -> OptionsCheck.requireNoOption("target", target)).doesNotThrowAnyException();
    }
}
