package io.retort.maven.safe;

import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;

/** Base class of all goals: what they log, print or throw is safe for a terminal. */
public abstract class AbstractSafeMojo extends AbstractMojo {

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        try {
            runGoal();
        } catch (MojoFailureException failure) {
            throw EscapedFailure.of(failure);
        } catch (MojoExecutionException failure) {
            throw EscapedFailure.of(failure);
        } catch (RuntimeException failure) {
            throw EscapedFailure.of(failure);
        }
    }

    /**
     * Runs the goal.
     *
     * @throws MojoExecutionException if the goal cannot run
     * @throws MojoFailureException if the goal runs and its result is a failure
     */
    protected abstract void runGoal() throws MojoExecutionException, MojoFailureException;

    @Override
    public final Log getLog() {
        return new EscapingLog(super.getLog());
    }

    /**
     * Prints a line to standard output, because Maven's log is silent with {@code -q}.
     *
     * @param line the line; never null
     */
    protected static void print(String line) {
        System.out.println(TerminalText.line(line));
    }
}
