package io.retort.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs every case of a corpus; {@code -Dconformance.file=PATH} selects another corpus of the same format. */
class TraversalConformanceTests {

    private static final String BUNDLED = "/conformance/traversal.json";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void theHistoryAnswersEveryQuestionOfTheCorpus() throws IOException {
        List<ConformanceCase> cases = read();
        List<String> failures =
                cases.stream().map(this::failure).flatMap(Optional::stream).toList();
        failures.forEach(System.out::println);
        System.out.println((cases.size() - failures.size()) + " passed, " + failures.size() + " failed");
        assertThat(cases).as("questions read").isNotEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void aWrongAnswerIsNotAccepted() throws IOException {
        for (ConformanceCase question : read().stream().limit(200).toList()) {
            ObjectNode changed = (ObjectNode) question.json().deepCopy();
            changed.putArray("alt");
            changed.putObject("expect").put("error", "no-such-category");
            assertThat(failure(new ConformanceCase(changed))).isPresent();
        }
    }

    private Optional<String> failure(ConformanceCase question) {
        String got;
        try {
            ConformanceAnswer answer = question.ask();
            if (question.accepts(answer)) {
                return Optional.empty();
            }
            got = answer.toString();
        } catch (RuntimeException broken) {
            got = broken.toString();
        }
        return Optional.of("FAILED " + question.json() + System.lineSeparator() + "  expected "
                + question.wanted().toList() + System.lineSeparator() + "  got      " + got);
    }

    private static List<ConformanceCase> read() throws IOException {
        String file = System.getProperty("conformance.file");
        try (InputStream stream = file == null
                ? Objects.requireNonNull(TraversalConformanceTests.class.getResourceAsStream(BUNDLED))
                : Files.newInputStream(find(Path.of(file)))) {
            JsonNode corpus = JSON.readTree(stream);
            return corpus.get("cases").valueStream().map(ConformanceCase::new).toList();
        }
    }

    /** Maven runs tests in the module's folder, but a relative path can start at any parent folder. */
    private static Path find(Path file) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(file))) {
                return folder.resolve(file);
            }
        }
        return file;
    }
}
