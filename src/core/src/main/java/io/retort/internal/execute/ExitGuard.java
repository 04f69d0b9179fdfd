package io.retort.internal.execute;

import io.retort.error.ExitStatus;
import io.retort.internal.log.PrintableLog;
import io.retort.run.PreparedStep;
import io.retort.run.RunListener;
import io.retort.run.StepReport;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Makes the process fail if code calls {@link System#exit} while a run is not finished. Otherwise {@code exit(0)} in Java
 * code of a revision would look like a successful migration.
 *
 * <p>A shutdown hook cannot learn the status of the exit. So it waits for the other hooks and halts the JVM with {@link
 * ExitStatus#FAILED}, whatever the status was. A signal keeps its own status.
 */
public final class ExitGuard implements RunListener, AutoCloseable {

    private static final Duration OTHER_HOOKS = Duration.ofSeconds(10);
    private static final long PAUSE_MILLIS = 20;
    private static final String OF_RUN = "retort-exit";
    private static final String OF_COMMAND = "retort-exit-of-command";

    private final Set<Thread> before = new HashSet<>();
    private final Thread hook;
    private final RunListener listener;
    private volatile String revision = "";

    private ExitGuard(RunListener listener, String name) {
        this.listener = listener;
        this.hook = new Thread(this::exiting, name);
        before.addAll(Thread.getAllStackTraces().keySet());
    }

    /**
     * Guards the process during a run until closed.
     *
     * @param listener notified about an exit
     */
    public static ExitGuard ofRun(RunListener listener) {
        return new ExitGuard(listener, OF_RUN).installed();
    }

    /**
     * Guards the process during a command until closed. The guard of a run that the command has started reports the exit
     * instead, because it knows more.
     *
     * @param listener notified about an exit
     */
    public static ExitGuard ofCommand(RunListener listener) {
        return new ExitGuard(listener, OF_COMMAND).installed();
    }

    private ExitGuard installed() {
        try {
            Runtime.getRuntime().addShutdownHook(hook);
        } catch (IllegalStateException e) {
            PrintableLog.of(ExitGuard.class).debug("The process ends already", e);
        }
        return this;
    }

    @Override
    public void before(PreparedStep step, int number, int total) {
        revision = step.revision().describe();
    }

    @Override
    public void after(StepReport report, int number, int total) {
        revision = "";
    }

    private void exiting() {
        Map<Thread, StackTraceElement[]> threads = Thread.getAllStackTraces();
        boolean ofCommand = hook.getName().equals(OF_COMMAND);
        if (threads.entrySet().stream().anyMatch(thread -> isSignal(thread.getKey(), thread.getValue()))
                || ofCommand && isRunGuarded()) {
            return;
        }
        String what = ofCommand ? " a command" : revision.isEmpty() ? "" : " revision " + revision;
        String left =
                ofCommand ? "" : " What the database has committed is in the history table; the next run continues.";
        listener.exiting("System.exit was called while Retort was running" + what + caller(threads.values()) + "."
                + left + " The process ends with status " + ExitStatus.FAILED.code() + ".");
        awaitOthers();
        Runtime.getRuntime().halt(ExitStatus.FAILED.code());
    }

    /** The hooks start together, in any order. */
    private static boolean isRunGuarded() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals(OF_RUN));
    }

    /** The thread that called {@code System.exit} waits for the hooks. */
    private static String caller(Collection<StackTraceElement[]> stacks) {
        for (StackTraceElement[] stack : stacks) {
            if (isExiting(stack)) {
                for (StackTraceElement frame : stack) {
                    if (!frame.getClassName().startsWith("java.lang.")) {
                        return ", in " + frame.getClassName() + " (" + frame.getFileName() + ", line "
                                + frame.getLineNumber() + ")";
                    }
                }
            }
        }
        return "";
    }

    /** The JVM handles a signal in a thread of its own, which calls the same method as {@code System.exit}. */
    private static boolean isSignal(Thread thread, StackTraceElement[] stack) {
        return thread.getName().startsWith("SIG") && isExiting(stack);
    }

    private static boolean isExiting(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().equals("java.lang.Shutdown")) {
                return true;
            }
        }
        return false;
    }

    /** The other hooks are threads that did not exist before. */
    private void awaitOthers() {
        long end = System.nanoTime() + OTHER_HOOKS.toNanos();
        try {
            Thread.sleep(PAUSE_MILLIS);
            for (Map.Entry<Thread, StackTraceElement[]> other :
                    Thread.getAllStackTraces().entrySet()) {
                Thread thread = other.getKey();
                while (isHook(thread, other.getValue()) && thread.isAlive() && System.nanoTime() < end) {
                    thread.join(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isHook(Thread thread, StackTraceElement[] stack) {
        return !before.contains(thread)
                && !thread.getName().startsWith(OF_RUN)
                && !thread.isDaemon()
                && !isExiting(stack);
    }

    /** Lifts the guard. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            PrintableLog.of(ExitGuard.class).debug("The process ends already", e);
        }
    }
}
