package io.retort.boot.command;

import java.lang.StackWalker.StackFrame;
import java.util.Optional;

/** Finds the main method of an application that is starting. */
final class MainMethod {

    /** It calls the application's main method. */
    private static final String LAUNCHER = "io.retort.maven.fork.ApplicationLauncher";

    private MainMethod() {}

    /**
     * Returns the class whose main method this thread runs; empty if it runs none. An application for development calls
     * the main method of the one for production, so the outermost is returned.
     */
    static Optional<Class<?>> ofThisThread() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(frame -> frame.getMethodName().equals("main"))
                        .<Class<?>>map(StackFrame::getDeclaringClass)
                        .filter(type -> !type.getName().equals(LAUNCHER))
                        .reduce((inner, outer) -> outer));
    }
}
