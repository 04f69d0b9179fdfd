package io.retort.fuzz;

import io.retort.fuzz.generate.StoryGenerator;
import io.retort.fuzz.run.Failure;
import io.retort.fuzz.run.StoryOutcome;
import io.retort.fuzz.run.StoryRunner;
import io.retort.fuzz.shrink.Shrinker;
import io.retort.fuzz.story.Story;
import io.retort.fuzz.story.StoryText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Runs generated stories, shrinks those that fail, and counts the results. */
public final class FuzzRun {

    private static final int SHRINKING = 60;

    /** After so many stories the counts are printed, for a run that is ended from outside. */
    private static final int PROGRESS = 100;

    private final StoryRunner runner = new StoryRunner();
    private final Tally tally = new Tally();
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<String> reports = new ArrayList<>();
    private final Consumer<String> out;
    private final int shrinking;

    /**
     * Creates a run that tries up to 60 smaller stories for each failure.
     *
     * @param out receives the lines that are printed during the run
     */
    public FuzzRun(Consumer<String> out) {
        this(out, SHRINKING);
    }

    /**
     * Creates a run.
     *
     * @param out receives the lines that are printed during the run
     * @param shrinking the maximum number of smaller stories to try for each failure; 0 to shrink nothing
     */
    public FuzzRun(Consumer<String> out, int shrinking) {
        this.out = out;
        this.shrinking = shrinking;
    }

    /**
     * Runs the story of a seed. A failure with a new signature is shrunk and reported.
     *
     * @param product the name of the product
     * @param seed the seed
     */
    public void story(String product, long seed) {
        story(StoryGenerator.story(product, seed));
    }

    /**
     * Runs a story. A failure with a new signature is shrunk and reported.
     *
     * @param story the story
     */
    public void story(Story story) {
        Instant start = Instant.now();
        StoryOutcome outcome = runner.run(story);
        List<Failure> unknown = tally.add(story, outcome, Duration.between(start, Instant.now()));
        if (tally.stories() % PROGRESS == 0) {
            describe().forEach(out);
        }
        if (unknown.isEmpty()) {
            return;
        }
        Failure first = unknown.get(0);
        String signature = story.product() + " " + first.oracle() + " " + first.signature();
        out.accept("FAILED seed " + story.seed() + " " + story.changes() + " " + signature);
        if (seen.add(signature)) {
            reports.add(shrunk(story, first));
            out.accept(reports.get(reports.size() - 1));
        }
    }

    private String shrunk(Story story, Failure failure) {
        Story smallest = shrinking == 0
                ? story
                : new Shrinker(candidate -> failsLike(candidate, failure), shrinking).shrink(story);
        return StoryReport.of(smallest, runner.run(smallest));
    }

    private boolean failsLike(Story story, Failure failure) {
        return runner.run(story).failures().stream()
                .filter(other -> KnownDefects.of(story, other).isEmpty())
                .anyMatch(other ->
                        other.oracle() == failure.oracle() && cause(other).equals(cause(failure)));
    }

    /** Compares only the start of the message, because names and values differ in a smaller story. */
    private static String cause(Failure failure) {
        String signature = failure.signature();
        int end = failure.oracle().name().startsWith("SAME_VALUES") ? signature.indexOf(',') : 25;
        return signature.substring(0, Math.min(signature.length(), end < 0 ? signature.length() : end));
    }

    /** Returns the reports of failed stories that no known defect explains. */
    public List<String> reports() {
        return List.copyOf(reports);
    }

    /** Returns the counts as lines of text. */
    public List<String> describe() {
        return tally.describe();
    }

    /** Returns the number of stories that ran. */
    public int stories() {
        return tally.stories();
    }

    /**
     * Runs a range of seeds, or a story from a file.
     *
     * @param arguments the products, separated by commas; the first and the last seed; optionally the maximum number of
     *     smaller stories to try for each failure. Or a file whose name ends with {@code .story}
     * @throws IOException if the file cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        run(arguments, System.out::println);
    }

    static void run(String[] arguments, Consumer<String> out) throws IOException {
        boolean literal = arguments[0].endsWith(".story");
        int shrinking = arguments.length > 3 ? Integer.parseInt(arguments[3]) : literal ? 0 : SHRINKING;
        FuzzRun run = new FuzzRun(out, shrinking);
        if (literal) {
            run.story(StoryText.read(Files.readString(Path.of(arguments[0]))));
        } else {
            for (long seed = Long.parseLong(arguments[1]); seed <= Long.parseLong(arguments[2]); seed++) {
                for (String product : arguments[0].split(",")) {
                    run.story(product, seed);
                }
            }
        }
        run.describe().forEach(out);
    }
}
