package io.retort.boot.command;

import io.retort.boot.internal.CommandForm;
import io.retort.boot.internal.RunStyle;
import io.retort.error.Advice;
import io.retort.error.AdviceStyle;
import io.retort.error.ExitStatus;
import java.io.File;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code dev --watch}: compares the entities with the database when compiled classes have changed, and offers to write the
 * next revision.
 *
 * <p>Each run calls the application's main method in this process, with a new class loader for its compiled classes. The
 * classes of all libraries stay loaded, so only the first run waits for them.
 */
final class DevelopmentWatch {

    private static final long PAUSE_MILLIS = 100;

    private static final long LONGEST_PAUSE_MILLIS = 400;

    /** With many classes, looking at all files must not keep the processor busy. */
    private static final int SHARE = 10;

    private static final long NANOS = 1_000_000;

    /** In addition to answers: they are for one set of differences, and a watch compares many. */
    private static final Set<String> UNSUPPORTED = Set.of("undo", "yes", "json", "rev-id");

    private final Class<?> main;
    private final String[] arguments;
    private final PrintStream out;
    private final PrintStream talk;
    private final LineInput input;
    private final List<Path> folders;
    private final AdviceStyle style;
    private ClassFiles compared = new ClassFiles(Map.of());
    private List<String> printed = List.of();
    private boolean asking;

    /**
     * Creates a watch.
     *
     * @param main the application's main class
     * @param arguments the arguments of its main method
     * @param out receives comparisons
     * @param talk receives messages
     * @param input where the user types
     */
    DevelopmentWatch(Class<?> main, String[] arguments, PrintStream out, PrintStream talk, LineInput input) {
        this.main = main;
        this.arguments = arguments;
        this.out = out;
        this.talk = talk;
        this.input = input;
        this.folders = folders();
        this.style = RunStyle.ofCommand(CommandForm.ofCommand(main), "dev");
    }

    private static List<Path> folders() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .filter(Files::isDirectory)
                .map(folder -> folder.toAbsolutePath().normalize())
                .toList();
    }

    /**
     * Checks the options.
     *
     * @throws io.retort.error.RetortException if a watch does not support one
     */
    static void check(CommandLine line) {
        line.options().keySet().stream()
                .filter(option -> UNSUPPORTED.contains(option) || Commands.ANSWERS.has(option))
                .sorted()
                .findFirst()
                .ifPresent(option -> {
                    throw CommandLine.usage(
                            "'dev --watch' does not accept the option --" + option + ".",
                            Advice.of(
                                    "Leave it out: a watch asks its questions when they arise. Or run ",
                                    Advice.command("dev"),
                                    " without ",
                                    Advice.option("watch"),
                                    "."));
                });
    }

    /** Watches until the user ends it, or the process ends that started this one. */
    CommandOutcome run() {
        if (folders.isEmpty()) {
            throw CommandLine.usage(
                    "There is nothing to watch: the class path has no folder of compiled classes.",
                    Advice.of(
                            "Run it where the application is developed: ",
                            Advice.command("dev", Advice.option("watch")),
                            "."));
        }
        // DevTools would restart the application at the same changes
        System.setProperty("spring.devtools.restart.enabled", "false");
        talk.println("Watching " + relative(folders) + ". To end, type q and Enter, or press Ctrl-C.");
        if (!compare(ClassFiles.in(folders))) {
            return new CommandOutcome(
                    ExitStatus.FAILED, main.getName() + " ended without starting a SpringApplication");
        }
        watch();
        return CommandOutcome.ok();
    }

    private static String relative(List<Path> folders) {
        Path here = Path.of("").toAbsolutePath();
        return folders.stream()
                .map(folder -> folder.startsWith(here) ? here.relativize(folder) : folder)
                .map(folder -> folder.toString().replace(File.separatorChar, '/'))
                .collect(Collectors.joining(", "));
    }

    private void watch() {
        ProcessHandle starter = ProcessHandle.current().parent().orElse(ProcessHandle.current());
        ClassFiles before = compared;
        while (starter.isAlive()) {
            if (input.isReady() && !obey(input.readLine())) {
                return;
            }
            long began = System.nanoTime();
            ClassFiles now = ClassFiles.in(folders);
            if (now.equals(before) && !now.equals(compared) && isCompiled(now)) {
                compare(now);
            }
            before = now;
            if (!pause((System.nanoTime() - began) / NANOS)) {
                return;
            }
        }
    }

    /** While a compiler writes, files change from one look to the next, or are missing. */
    private boolean isCompiled(ClassFiles now) {
        Path sources = Path.of(System.getProperty("retort.sources", "src/main/java"));
        return !now.areIncomplete(compared, folders, sources);
    }

    /** Returns false if this thread is interrupted. */
    private static boolean pause(long effort) {
        try {
            Thread.sleep(Math.min(LONGEST_PAUSE_MILLIS, Math.max(PAUSE_MILLIS, effort * SHARE)));
            return true;
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Does what the user typed. Returns false at the end. */
    private boolean obey(@Nullable String typed) {
        String answer = typed == null ? "" : typed.toLowerCase(Locale.ROOT);
        if (answer.equals("q") || answer.equals("quit")) {
            return false;
        }
        if (asking) {
            asking = false;
            if (answer.equals("y") || answer.equals("yes")) {
                write();
            } else {
                talk.println("Nothing was written. The next change is compared again.");
                printed = List.of();
            }
        }
        return true;
    }

    private void write() {
        WatchedRun run = run(true);
        // what the run compared last is on the screen
        printed = run.lines();
    }

    /** Returns false if the main method does not start an application. */
    private boolean compare(ClassFiles now) {
        compared = now;
        if (asking) {
            talk.println();
        }
        WatchedRun run = run(false);
        if (run.outcome().isEmpty()) {
            return false;
        }
        // the offer needs them above it, and a new table is one line whatever its columns
        if (run.isWritable() || !run.lines().equals(printed)) {
            run.lines().forEach(out::println);
        }
        printed = run.lines();
        asking = false;
        if (run.isWritable()) {
            offer();
        }
        return true;
    }

    private void offer() {
        if (Boolean.parseBoolean(System.getProperty("retort.interactive", "true"))) {
            talk.print("Write and apply this revision? [y/N] ");
            talk.flush();
            asking = true;
        } else {
            talk.println(Advice.of("Next: write and apply it with ", Advice.command("dev"))
                    .in(style));
        }
    }

    /** A thread of its own has no thread locals that hold classes of an earlier run. */
    private WatchedRun run(boolean writes) {
        WatchedRun run = new WatchedRun(writes, input);
        ClassLoader loader = new ReloadingClassLoader(folders, ToolRunListener.class.getClassLoader(), run);
        Thread thread = new Thread(() -> callMain(loader, run), "main");
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        return run;
    }

    private void callMain(ClassLoader loader, WatchedRun run) {
        try {
            Method method = Class.forName(main.getName(), true, loader).getDeclaredMethod("main", String[].class);
            method.setAccessible(true);
            method.invoke(null, (Object) arguments);
        } catch (InvocationTargetException ended) {
            if (run.outcome().isEmpty()) {
                run.ended(FailureReport.text(talk, style).report(ended.getTargetException(), null));
            }
        } catch (ReflectiveOperationException | LinkageError broken) {
            run.ended(FailureReport.text(talk, style).report(broken, null));
        }
    }
}
