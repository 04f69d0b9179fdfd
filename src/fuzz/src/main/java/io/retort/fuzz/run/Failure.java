package io.retort.fuzz.run;

/**
 * What is wrong in a story.
 *
 * @param oracle which oracle found it
 * @param message what it found
 */
public record Failure(Oracle oracle, String message) {

    /** The message without what differs from run to run, to tell failures of one cause from others. */
    public String signature() {
        return message.lines().findFirst().orElse("").replaceAll("\\d+", "N").replaceAll("[0-9a-f]{8,}", "H");
    }
}
