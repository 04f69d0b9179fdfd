package io.retort.fuzz;

import io.retort.fuzz.generate.StoryGenerator;
import io.retort.fuzz.run.Failure;
import io.retort.fuzz.run.Outcome;
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

/** Runs many stories, shrinks those that fail, and counts. */
public final class FuzzRun {

    private static final int SHRINKING = 60;

    private final StoryRunner runner = new StoryRunner();
    private final Tally tally = new Tally();
    private final Set<String> seen = new LinkedHashSet<>();
    private final List<String> reports = new ArrayList<>();
    private final Consumer<String> out;
    private final int shrinking;

    /** @param out takes the lines that are printed while it runs */
    public FuzzRun(Consumer<String> out) {
        this(out, SHRINKING);
    }

    /**
     * A run that spends more or less on shrinking.
     *
     * @param out takes the lines that are printed while it runs
     * @param shrinking how many smaller stories are tried for each failure at most
     */
    public FuzzRun(Consumer<String> out, int shrinking) {
        this.out = out;
        this.shrinking = shrinking;
    }

    /** Runs the story of a seed; one that fails as none has before is shrunk and reported. */
    public void story(String product, long seed) {
        story(StoryGenerator.story(product, seed));
    }

    /** Runs a story; one that fails as none has before is shrunk and reported. */
    public void story(Story story) {
        Instant start = Instant.now();
        Outcome outcome = runner.run(story);
        List<Failure> unknown = tally.add(story, outcome, Duration.between(start, Instant.now()));
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

    /** The first words: names and values differ in a smaller story. */
    private static String cause(Failure failure) {
        String signature = failure.signature();
        int end = failure.oracle().name().startsWith("SAME_VALUES") ? signature.indexOf(',') : 25;
        return signature.substring(0, Math.min(signature.length(), end < 0 ? signature.length() : end));
    }

    /** The failed stories that no known defect explains. */
    public List<String> reports() {
        return List.copyOf(reports);
    }

    /** What was counted, as lines. */
    public List<String> describe() {
        return tally.describe();
    }

    /** How many stories ran. */
    public int stories() {
        return tally.stories();
    }

    /**
     * Runs seeds, or one story, from the command line.
     *
     * @param arguments a product, or several separated by commas, the first and the last seed, and how many smaller stories
     *     are tried for each failure at most; or a file with a story
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
