package io.retort.fuzz.run;

/**
 * A failure of a story.
 *
 * @param oracle the oracle that detected it
 * @param message the description
 */
public record Failure(Oracle oracle, String message) {

    private static final int LONGEST = 160;

    /** Returns the message without run-specific parts, so that failures with the same cause are equal. */
    public String signature() {
        String first = message.lines().findFirst().orElse("");
        String second = message.lines()
                .skip(1)
                .filter(line -> line.contains("database says") || line.startsWith("    "))
                .findFirst()
                .map(line -> " /" + line.replace("database says", "").replaceAll("\\s+", " "))
                .orElse("");
        String both = (first + second)
                .replaceAll("\"[^\"]*\"|'[^']*'|`[^`]*`", "?")
                .replaceAll("\\d+", "N")
                .replaceAll("[0-9a-f]{8,}", "H");
        return both.substring(0, Math.min(LONGEST, both.length()));
    }
}
