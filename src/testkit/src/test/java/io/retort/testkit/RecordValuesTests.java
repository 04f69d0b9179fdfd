package io.retort.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule finds a resource wherever a record holds it, and nothing else. */
class RecordValuesTests {

    record Value(
            String text,
            List<Map<String, Integer>> numbers,
            @Nullable Value next) {}

    record Direct(Connection connection) {}

    record Element(Map<String, List<Supplier<String>>> texts) {}

    record Indirect(Holder holder) {}

    /** The cycle is entered at its other end first. */
    record InCycle(First first) {}

    record OfCycle(Second second) {}

    @SuppressWarnings("unused")
    static class Holder {
        private @Nullable Runnable work;
    }

    @SuppressWarnings("unused")
    static class First {
        private @Nullable Second second;
        private @Nullable Runnable work;
    }

    @SuppressWarnings("unused")
    static class Second {
        private @Nullable First first;
    }

    @ParameterizedTest
    @ValueSource(classes = {Direct.class, Element.class, Indirect.class, InCycle.class, OfCycle.class})
    void aResourceIsFound(Class<?> type) {
        assertThat(RecordValues.areValues()
                        .evaluate(new ClassFileImporter().importClasses(type, Holder.class, First.class, Second.class))
                        .hasViolation())
                .isTrue();
    }

    @Test
    void aValueIsNone() {
        assertThat(RecordValues.areValues()
                        .evaluate(new ClassFileImporter().importClasses(Value.class))
                        .hasViolation())
                .isFalse();
    }
}
