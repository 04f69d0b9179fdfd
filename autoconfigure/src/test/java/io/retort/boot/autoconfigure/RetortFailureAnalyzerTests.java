package io.retort.boot.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import io.retort.error.RetortException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.mock.env.MockEnvironment;

class RetortFailureAnalyzerTests {

    @Test
    void saysWhatHappenedAndWhatToDo() {
        RetortException failure = new RetortException("It cannot be done.", "Do something else.");

        FailureAnalysis analysis = new RetortFailureAnalyzer(new MockEnvironment(), new DefaultListableBeanFactory())
                .analyze(new IllegalStateException("outer", failure), failure);

        assertThat(analysis.getDescription()).isEqualTo("It cannot be done.");
        assertThat(analysis.getAction()).isEqualTo("Do something else.");
    }
}
