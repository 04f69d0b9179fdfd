package io.retort.maven;

import org.apache.maven.plugin.MojoFailureException;

/** A mistake in the options of a goal. */
final class OptionsException extends MojoFailureException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String command;

    /**
     * @param problem what is wrong, in one sentence
     * @param command what to type instead; empty if the problem says it
     */
    OptionsException(String problem, String command) {
        super(command.isEmpty() ? problem : problem + " Type for example: " + command);
        this.problem = problem;
        this.command = command;
    }

    String problem() {
        return problem;
    }

    String command() {
        return command;
    }
}
