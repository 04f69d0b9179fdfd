package io.retort.fuzz.run;

/**
 * A failure of a story.
 *
 * @param oracle the oracle that detected it
 * @param message the description
 */
public record Failure(Oracle oracle, String message) {

    /** Returns the message without run-specific parts, so that failures with the same cause are equal. */
    public String signature() {
        return message.lines().findFirst().orElse("").replaceAll("\\d+", "N").replaceAll("[0-9a-f]{8,}", "H");
    }
}
